import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';

const SAMPLE_MS = 3000;

export function describeProcessor(): string {
  return `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`;
}

/** Milliseconds that all cores together have been busy and idle since the machine started. */
function coreTimes(): { busy: number; idle: number } {
  const times = cpus().map(({ times: { idle, ...busy } }) => ({
    idle,
    busy: Object.values(busy).reduce((sum, ms) => sum + ms, 0),
  }));
  return {
    busy: times.reduce((sum, { busy }) => sum + busy, 0),
    idle: times.reduce((sum, { idle }) => sum + idle, 0),
  };
}

/** The share of all cores that the machine's other work takes for some seconds, 0 to 1. */
export async function otherWork(): Promise<number> {
  const before = coreTimes();
  await setTimeout(SAMPLE_MS);
  const after = coreTimes();
  const busy = after.busy - before.busy;
  return busy / Math.max(1, busy + after.idle - before.idle);
}
