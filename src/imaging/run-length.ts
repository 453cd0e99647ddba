import type { Mask } from './film.ts';

/** A mask as the lengths of its runs, row by row, outside first: a lung mask of 512 x 512 takes a few kB. */
export interface RunLengthMask {
  readonly width: number;
  readonly height: number;
  readonly runs: Uint32Array;
}

export function encodeRuns({ width, height, data }: Mask): RunLengthMask {
  const runs: number[] = [];
  let value = 0;
  let start = 0;
  for (let at = 0; at < data.length; at += 1) {
    if (data[at] === value) continue;
    runs.push(at - start);
    value = 1 - value;
    start = at;
  }
  runs.push(data.length - start);
  return { width, height, runs: Uint32Array.from(runs) };
}

/** Throws RangeError where the runs do not fill the mask exactly. */
export function decodeRuns({ width, height, runs }: RunLengthMask): Mask {
  const data = new Uint8Array(width * height);
  let at = 0;
  for (const [index, length] of runs.entries()) {
    if (index % 2 === 1) data.fill(1, at, at + length);
    at += length;
  }
  if (at !== data.length) throw new RangeError(`runs of ${at} pixels in a mask of ${data.length}`);
  return { width, height, data };
}
