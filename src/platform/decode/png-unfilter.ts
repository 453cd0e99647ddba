import { corrupt } from './decode-error.ts';

/** The bytes of one scanline: `row` is undone in place, `above` is done already, `step` is the
 * distance to the corresponding byte of the pixel to the left. */
type Unfilter = (row: Uint8Array, above: Uint8Array, step: number) => void;

function addLeft(row: Uint8Array, _above: Uint8Array, step: number): void {
  for (let i = step; i < row.length; i++) {
    row[i] = (row[i] as number) + (row[i - step] as number);
  }
}

function addUp(row: Uint8Array, above: Uint8Array): void {
  for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) + (above[i] as number);
}

function addAverage(row: Uint8Array, above: Uint8Array, step: number): void {
  const first = Math.min(step, row.length);
  for (let i = 0; i < first; i++) row[i] = (row[i] as number) + ((above[i] as number) >> 1);
  for (let i = step; i < row.length; i++) {
    row[i] = (row[i] as number) + (((row[i - step] as number) + (above[i] as number)) >> 1);
  }
}

function addPaeth(row: Uint8Array, above: Uint8Array, step: number): void {
  const first = Math.min(step, row.length);
  for (let i = 0; i < first; i++) row[i] = (row[i] as number) + (above[i] as number);
  for (let i = step; i < row.length; i++) {
    const a = row[i - step] as number;
    const b = above[i] as number;
    const c = above[i - step] as number;
    const pa = Math.abs(b - c);
    const pb = Math.abs(a - c);
    const pc = Math.abs(a + b - c - c);
    const guess = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    row[i] = (row[i] as number) + guess;
  }
}

/** By the number in each row's filter byte (PNG specification, 9.2). */
const FILTERS: readonly Unfilter[] = [() => {}, addLeft, addUp, addAverage, addPaeth];

/**
 * Undoes the scanline filters of one pass in place. `raw` holds, from `start`, `rows` times one
 * filter byte and `rowBytes` bytes; `pixelBytes` is a pixel's size, at least 1.
 */
export function unfilterPass(
  raw: Uint8Array,
  start: number,
  rows: number,
  rowBytes: number,
  pixelBytes: number,
): void {
  let above: Uint8Array = new Uint8Array(rowBytes);
  for (let y = 0; y < rows; y++) {
    const at = start + y * (rowBytes + 1);
    const unfilter = FILTERS[raw[at] as number];
    if (!unfilter)
      throw corrupt('PNG', { code: 'png-row-filter', params: { filter: raw[at] as number } });
    const row = raw.subarray(at + 1, at + 1 + rowBytes);
    unfilter(row, above, pixelBytes);
    above = row;
  }
}
