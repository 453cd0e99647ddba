import { readString } from './element-values.ts';
import { firstFrameScopes } from './first-frame-scopes.ts';
import { readModality } from './modality.ts';
import { readPadding } from './padding.ts';
import type { ParserDataSet } from './parser.ts';
import type { PixelDescription } from './pixel-description.ts';
import type { Samples } from './stored-pixels.ts';
import { TAG } from './tags.ts';
import { fullRange, readVois, type Voi } from './voi.ts';

export interface GreyFilm {
  /** 0 black to 65535 white, whatever the file's depth; fractions are kept. */
  readonly data: Float32Array;
  readonly window: string;
  readonly windows: readonly string[];
}

const TOP = 65_535;

/** The stored values that occur and are no padding, lowest and highest; null where there are none. */
function occurring(
  data: Samples,
  isPadding: (stored: number) => boolean,
): { low: number; high: number } | null {
  // 65,536 flags are read faster than a million pixels are asked about their padding.
  const seen = new Uint8Array(65_536);
  for (let i = 0; i < data.length; i++) seen[(data[i] as number) & 0xffff] = 1;
  const signed = data instanceof Int8Array || data instanceof Int16Array;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const [bits, occurs] of seen.entries()) {
    const stored = signed ? (bits << 16) >> 16 : bits;
    if (!occurs || isPadding(stored)) continue;
    low = Math.min(low, stored);
    high = Math.max(high, stored);
  }
  return low <= high ? { low, high } : null;
}

/**
 * The film comes out inverted where low values are white: MONOCHROME1, or a Presentation LUT Shape
 * INVERSE. Both go together (PS3.3 tables C.7-9 and C.8-70), and are one inversion, the last step.
 */
function isInverted(dataSet: ParserDataSet, { photometric }: PixelDescription): boolean {
  if (photometric === 'MONOCHROME1') return true;
  return readString(dataSet, TAG.presentationLutShape)?.toUpperCase() === 'INVERSE';
}

/**
 * Stored values of a grey film -> greys as they are meant to be seen: modality, values of interest,
 * inversion (PS3.4 N.2.1). `chosen` is the index of a window; the first, or the full range of a film
 * without any, where it is missing.
 */
export function greyFilm(
  dataSet: ParserDataSet,
  pixels: PixelDescription,
  stored: Samples,
  chosen = 0,
): GreyFilm {
  const scopes = firstFrameScopes(dataSet);
  const modality = readModality(scopes, pixels);
  const isPadding = readPadding(dataSet, pixels.signed);
  const range = occurring(stored, isPadding) ?? { low: 0, high: 0 };
  const ends = [modality.apply(range.low), modality.apply(range.high)] as const;
  const vois = readVois(scopes, modality.signed);
  const voi: Voi = vois[chosen] ?? vois[0] ?? fullRange(Math.min(...ends), Math.max(...ends));

  const inverted = isInverted(dataSet, pixels);
  const greyOf = (value: number) => {
    // Padding is the dark around the film, however the film is inverted.
    if (isPadding(value)) return 0;
    const grey = voi.apply(modality.apply(value));
    return TOP * (inverted ? 1 - grey : grey);
  };
  // Each of the values once, instead of each of the pixels.
  const table = new Float32Array(range.high - range.low + 1);
  for (let i = 0; i < table.length; i++) table[i] = greyOf(range.low + i);
  const data = new Float32Array(stored.length);
  for (let i = 0; i < data.length; i++) data[i] = table[(stored[i] as number) - range.low] ?? 0;
  return {
    data,
    window: voi.name,
    windows: (vois.length > 0 ? vois : [voi]).map(({ name }) => name),
  };
}
