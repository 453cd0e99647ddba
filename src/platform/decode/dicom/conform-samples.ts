import type { PixelDescription } from '../../../dicom/pixel-description.ts';
import { keepBits, type Samples, toSamples } from '../../../dicom/stored-pixels.ts';

/** What a codec says of its samples; JPEG-LS knows no sign. */
export interface CodedSamples {
  readonly bytes: Uint8Array;
  readonly precision: number;
  readonly signed: boolean;
}

/**
 * A codec's samples -> samples of the header's sign. Where the two disagree, as they often do, the
 * bits are right and only their reading was wrong: the sign is taken from the highest coded bit.
 */
export function conformSamples(
  { bytes, precision, signed }: CodedSamples,
  pixels: PixelDescription,
): Samples {
  const count = pixels.rows * pixels.columns * pixels.samplesPerPixel;
  const bitsAllocated = bytes.length >= 2 * count ? 16 : 8;
  const data = toSamples(bytes.subarray(0, count * (bitsAllocated / 8)), {
    bitsAllocated,
    signed: pixels.signed,
  });
  return signed === pixels.signed ? data : keepBits(data, precision);
}
