import { Decoder } from '@cornerstonejs/jpeg-lossless-decoder-js';
import { corruptDicom, unsupportedDicom } from '../../../dicom/dicom-error.ts';
import type { JpegFrame } from '../../../dicom/jpeg-frame.ts';
import type { PixelDescription } from '../../../dicom/pixel-description.ts';
import { requireBytes } from '../../../dicom/require-bytes.ts';
import { keepBits, type StoredPixels, toSamples } from '../../../dicom/stored-pixels.ts';

/** JPEG lossless (ITU-T T.81, process 14), every predictor -> samples. Throws DicomError. */
export function decodeLosslessJpeg(
  frame: Uint8Array,
  { precision, componentIds }: JpegFrame,
  pixels: PixelDescription,
): StoredPixels {
  if (componentIds.length > 1 && precision > 8) {
    throw unsupportedDicom('lossless-jpeg-colour');
  }
  // A sample takes a code of one bit at the very least.
  requireBytes(frame, (pixels.rows * pixels.columns * pixels.samplesPerPixel) / 8);
  const decoder = new Decoder();
  let decoded: Uint8Array | Uint16Array | null;
  try {
    const buffer = frame.buffer as ArrayBuffer;
    decoded = decoder.decode(buffer, frame.byteOffset, frame.byteLength, precision > 8 ? 2 : 1);
  } catch (cause) {
    throw corruptDicom('packed-senseless', { cause });
  }
  if (decoder.numComp !== componentIds.length || decoder.scan.al !== 0) {
    throw unsupportedDicom('lossless-jpeg-scans');
  }
  // The decoder leaves what is missing black. Its stream may stand one look-ahead behind the end marker.
  const complete = decoder.yLoc >= pixels.rows && (decoder.stream?.index ?? 0) <= frame.length + 2;
  if (!decoded || !complete) throw corruptDicom('ends-early');
  const bytes = new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.byteLength);
  const samples = toSamples(bytes, {
    bitsAllocated: precision > 8 ? 16 : 8,
    signed: pixels.signed,
  });
  return {
    data: keepBits(samples, Math.min(pixels.bitsStored, precision > 8 ? 16 : 8)),
    photometric: pixels.photometric,
  };
}
