import { corruptDicom, unsupportedDicom } from './dicom-error.ts';

/** What the frame header of a JPEG or JPEG-LS picture says (ITU-T T.81 B.2.2, T.87 C.2.2). */
export interface JpegFrame {
  /** Start-of-frame marker's second byte: 0xc0 baseline to 0xcf, 0xf7 JPEG-LS. */
  readonly kind: number;
  readonly precision: number;
  readonly height: number;
  readonly width: number;
  readonly componentIds: readonly number[];
  /** Where the header's content begins, after its length. */
  readonly at: number;
  /** An APP0 "JFIF" or APP14 "Adobe" marker says which colours the samples are in. */
  readonly saysColours: boolean;
}

const isFrame = (marker: number) =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) ||
  marker === 0xf7;

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  return String.fromCharCode(...bytes.subarray(at, at + text.length)) === text;
}

/** Finds the frame header among the segments before it. Throws DicomError. */
export function readJpegFrame(bytes: Uint8Array): JpegFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) {
    throw corruptDicom('packed-no-jpeg');
  }
  let saysColours = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff) throw corruptDicom('packed-senseless');
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) break;
    if (marker === 0xe0) saysColours ||= hasText(bytes, at + 4, 'JFIF');
    if (marker === 0xee) saysColours ||= hasText(bytes, at + 4, 'Adobe');
    if (isFrame(marker)) {
      const components = length >= 8 ? (bytes[at + 9] as number) : 0;
      if (length < 8 + 3 * components) break;
      return {
        kind: marker,
        precision: bytes[at + 4] as number,
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        componentIds: Array.from(
          { length: components },
          (_, i) => bytes[at + 10 + 3 * i] as number,
        ),
        at: at + 4,
        saysColours,
      };
    }
    at += 2 + length;
  }
  throw corruptDicom('ends-early');
}

/** Refuses a packed picture of another size than its header names: it could claim any amount of memory. */
export function requireSameSize(
  found: { readonly width: number; readonly height: number; readonly components: number },
  pixels: { readonly rows: number; readonly columns: number; readonly samplesPerPixel: number },
): void {
  if (found.components !== 1 && found.components !== 3) {
    throw unsupportedDicom({
      code: 'dicom-components',
      params: { components: found.components },
    });
  }
  if (
    found.width !== pixels.columns ||
    found.height !== pixels.rows ||
    found.components !== pixels.samplesPerPixel
  ) {
    throw corruptDicom('other-size');
  }
}
