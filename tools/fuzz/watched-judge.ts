import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Judged, LIMIT_MS } from './judge-file.ts';
import type { Answered, Asked } from './judge-worker.ts';

/** How often a case is looked at. */
const LOOK_MS = 100;

/** On the clock, for promises that never settle: long, since the machine may be busy. */
const SILENCE_MS = 30_000;

/** Node 20 does not hand the loader of the main thread on. */
const RUN_TYPESCRIPT = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(workerData);
  });
`;

const READER = new URL('./judge-worker.ts', import.meta.url);

/**
 * Reads files in a thread of its own, so that one that hangs is found out, the thread is ended, and
 * the next file gets a new one.
 */
export class WatchedJudge {
  #worker: Worker | null = null;

  /** `reader` is what runs in the thread; it says "ready" first. */
  constructor(
    private readonly reader: URL = READER,
    private readonly silenceMs = SILENCE_MS,
  ) {}

  async judge(bytes: Uint8Array, archive = false): Promise<Judged> {
    const answer = await this.#ask({ bytes, archive });
    if (typeof answer === 'string') return { outcome: 'no answer', ms: LIMIT_MS, fault: answer };
    return answer as Judged;
  }

  /** Bytes in buffers outside the thread's heap after everything that is garbage has gone. */
  async heldBytes(): Promise<number> {
    const answer = await this.#ask('held');
    if (typeof answer === 'string') throw new Error(answer);
    return (answer as { heldBytes: number }).heldBytes;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  /** The thread's answer, or why it was ended without one. */
  async #ask(asked: Asked): Promise<Answered | string> {
    this.#worker ??= await this.#start();
    const worker = this.#worker;
    const [began, cpuBegan] = [performance.now(), process.cpuUsage()];
    let looking: ReturnType<typeof setInterval> | undefined;
    const answer = await new Promise<Answered | string>((resolve) => {
      worker.once('message', resolve);
      worker.once('error', (error: unknown) =>
        resolve(`the thread ended: ${error instanceof Error ? error.message : error}`),
      );
      looking = setInterval(() => {
        // This thread only waits, so that the time is the other one's.
        const { user, system } = process.cpuUsage(cpuBegan);
        if ((user + system) / 1000 > LIMIT_MS) {
          resolve(`no answer within ${LIMIT_MS} ms of processor time`);
        } else if (performance.now() - began > this.silenceMs) {
          resolve(`silent for ${this.silenceMs} ms`);
        }
      }, LOOK_MS);
      worker.postMessage(asked);
    });
    clearInterval(looking);
    worker.removeAllListeners('message');
    worker.removeAllListeners('error');
    if (typeof answer === 'string') await this.close();
    return answer;
  }

  /** Loading the decoders is no part of any case. */
  async #start(): Promise<Worker> {
    const worker = new Worker(RUN_TYPESCRIPT, { eval: true, workerData: this.reader.href });
    await once(worker, 'message');
    return worker;
  }
}
