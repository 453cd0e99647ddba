import { CodedError } from '../../errors/coded-error.ts';
import { inEnglish } from '../../errors/english.ts';
import type { KeptFiles, Release, SwitchAnswer, ToServiceWorker } from './protocol.ts';

class SilentWorkerError extends CodedError<'service-worker-silent'> {}

const silent = () => new SilentWorkerError(...inEnglish({ code: 'service-worker-silent' }));

/** Checking reads and hashes some 50 MB, on slow disks too. */
const PATIENCE_MS = 60_000;

function ask<Answer>(worker: ServiceWorker, message: ToServiceWorker): Promise<Answer> {
  const { port1, port2 } = new MessageChannel();
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => reject(silent()), PATIENCE_MS);
    port1.onmessage = ({ data }: MessageEvent<Answer | undefined>) => {
      clearTimeout(timer);
      if (data === undefined) reject(silent());
      else resolve(data);
    };
    worker.postMessage(message, [port2]);
  }).finally(() => port1.close());
}

export const askForKept = (worker: ServiceWorker, verify: boolean): Promise<KeptFiles> =>
  ask(worker, { type: 'check', verify });

export const askForRelease = (worker: ServiceWorker): Promise<Release | null> =>
  ask(worker, { type: 'describe' });

export const askToSwitch = (worker: ServiceWorker): Promise<SwitchAnswer> =>
  ask(worker, { type: 'use-now' });
