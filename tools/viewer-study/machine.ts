import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';

const SAMPLE_MS = 3000;

/** Shares of all cores that other work takes, 0 to 1: work at low priority yields to what is measured. */
export interface OtherWork {
  readonly normal: number;
  readonly lowPriority: number;
}

export function describeProcessor(): string {
  return `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`;
}

/** Milliseconds of all cores together since the machine started. */
function coreTimes() {
  const sum = (pick: (times: ReturnType<typeof cpus>[number]['times']) => number) =>
    cpus().reduce((total, { times }) => total + pick(times), 0);
  return {
    normal: sum(({ user, sys, irq }) => user + sys + irq),
    lowPriority: sum(({ nice }) => nice),
    idle: sum(({ idle }) => idle),
  };
}

/** What the machine does for some seconds without us. */
export async function otherWork(): Promise<OtherWork> {
  const before = coreTimes();
  await setTimeout(SAMPLE_MS);
  const after = coreTimes();
  const normal = after.normal - before.normal;
  const lowPriority = after.lowPriority - before.lowPriority;
  const all = Math.max(1, normal + lowPriority + after.idle - before.idle);
  return { normal: normal / all, lowPriority: lowPriority / all };
}
