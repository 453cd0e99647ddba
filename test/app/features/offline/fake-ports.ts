import type { OfflinePorts } from '../../../../src/app/features/offline/offline-store.ts';
import type { KeptFiles, Release, SwitchAnswer } from '../../../../src/workers/offline/protocol.ts';

export const RELEASE: Release = {
  version: '1.2.3',
  date: '2026-11-24',
  build: 'abcdef12',
  changes: ['First.', 'Second.'],
};

/** A kept on an app of 4 files and networks of 6. */
export function kept(shell: number, models: number): KeptFiles {
  return {
    shell: { present: shell, needed: 4, bytes: shell * 10 },
    models: { present: models, needed: 6, bytes: models * 1e6 },
  };
}

export const worker = (): ServiceWorker => ({}) as ServiceWorker;

/** Ports that answer as they are told, and note what they were asked. */
export class FakePorts implements OfflinePorts {
  readonly asked: string[] = [];
  counted: KeptFiles | Error = kept(4, 6);
  verified: KeptFiles | Error = kept(4, 6);
  answer: SwitchAnswer = { switching: true };
  promised = false;

  askForKept = async (_worker: ServiceWorker, verify: boolean) => {
    this.asked.push(verify ? 'verify' : 'count');
    const given = verify ? this.verified : this.counted;
    if (given instanceof Error) throw given;
    return given;
  };

  askForRelease = async () => RELEASE;

  askToSwitch = async () => {
    this.asked.push('switch');
    return this.answer;
  };

  readPersistence = async () => (this.promised ? ('kept' as const) : ('may-be-cleared' as const));

  askForPersistence = async () => {
    this.asked.push('persist');
    return this.readPersistence();
  };

  promptInstall = async () => {
    this.asked.push('install');
  };
}
