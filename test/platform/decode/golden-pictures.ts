import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Written by training/manet/golden/decode.py. */
const FOLDER = fileURLToPath(new URL('../../golden/decode/', import.meta.url));

export interface GoldenPicture {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly maxValue: number;
  /** Largest difference allowed against Pillow, in grey levels. */
  readonly tolerance: number;
}

export function readGolden(file: string): Uint8Array {
  return new Uint8Array(readFileSync(FOLDER + file));
}

export const GOLDEN_PICTURES = JSON.parse(
  new TextDecoder().decode(readGolden('index.json')),
) as GoldenPicture[];

/** Pillow's grey values of a picture, row by row. */
export function readGrey({ file, maxValue }: GoldenPicture): number[] {
  const bytes = readGolden(`${file}.grey`);
  if (maxValue === 255) return [...bytes];
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / 2 }, (_, i) => view.getUint16(2 * i, true));
}
