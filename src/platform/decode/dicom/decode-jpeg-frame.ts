import { corruptDicom, unsupportedDicom } from '../../../dicom/dicom-error.ts';
import { decodeExtended } from '../../../dicom/jpeg-extended/decode-extended.ts';
import { type JpegFrame, readJpegFrame, requireSameSize } from '../../../dicom/jpeg-frame.ts';
import type { PixelDescription } from '../../../dicom/pixel-description.ts';
import type { DicomFile } from '../../../dicom/read-dicom.ts';
import { keepBits, type StoredPixels, toSamples } from '../../../dicom/stored-pixels.ts';
import { DecodeError } from '../decode-error.ts';
import { decodeJpegRgba } from '../decode-jpeg.ts';
import { decodeLosslessJpeg } from './decode-lossless-jpeg.ts';
import type { PixelCodecs } from './pixel-codecs.ts';

/** APP14 "Adobe", version 100, whose last byte says: the three components are no YCbCr (T.872 6.5.3). */
const SAYS_RGB = Uint8Array.of(
  ...[0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0],
);

/** Decoders take three components for YCbCr unless they are told otherwise; then the header of DICOM decides. */
function sayColours(frame: Uint8Array, jpeg: JpegFrame, pixels: PixelDescription): Uint8Array {
  if (jpeg.saysColours || pixels.photometric !== 'RGB') return frame;
  const out = new Uint8Array(frame.length + SAYS_RGB.length);
  out.set(frame.subarray(0, 2));
  out.set(SAYS_RGB, 2);
  out.set(frame.subarray(2), 2 + SAYS_RGB.length);
  return out;
}

async function decodeEightBits(
  { frame, pixels }: DicomFile,
  jpeg: JpegFrame,
  codecs: PixelCodecs,
): Promise<StoredPixels> {
  const { samplesPerPixel: samples } = pixels;
  try {
    const rgba = await decodeJpegRgba(sayColours(frame, jpeg, pixels), codecs.jpeg);
    const data = new Uint8Array(pixels.rows * pixels.columns * samples);
    for (let i = 0, at = 0; i < data.length; at += 4) {
      for (let sample = 0; sample < samples; sample++) data[i++] = rgba.data[at + sample] as number;
    }
    const kept = keepBits(
      toSamples(data, { bitsAllocated: 8, signed: pixels.signed }),
      Math.min(8, pixels.bitsStored),
    );
    return { data: kept, photometric: samples === 3 ? 'RGB' : pixels.photometric };
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    const [finding] = error.findings;
    if (error.code === 'unsupported-format' && finding?.why) throw unsupportedDicom(finding.why);
    // A damaged picture in a DICOM file is a damaged DICOM file.
    throw corruptDicom('not-decoded', { cause: error, detail: error.detail ?? undefined });
  }
}

/**
 * JPEG of 8 bits (mozjpeg), of 12 bits, or lossless -> samples: the picture's own header decides,
 * not the transfer syntax. Throws DicomError, CodecError.
 */
export async function decodeJpegFrame(file: DicomFile, codecs: PixelCodecs): Promise<StoredPixels> {
  const { frame, pixels } = file;
  const jpeg = readJpegFrame(frame);
  requireSameSize({ ...jpeg, components: jpeg.componentIds.length }, pixels);
  if (jpeg.kind === 0xc3) return decodeLosslessJpeg(frame, jpeg, pixels);
  if (jpeg.precision === 8) return decodeEightBits(file, jpeg, codecs);
  const samples = decodeExtended(frame, jpeg);
  const bytes = new Uint8Array(samples.buffer);
  const data = toSamples(bytes, { bitsAllocated: 16, signed: pixels.signed });
  return { data: keepBits(data, pixels.bitsStored), photometric: pixels.photometric };
}
