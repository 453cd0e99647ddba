import { readDicom } from '../../../dicom/read-dicom.ts';
import { type RenderedDicom, renderDicom } from '../../../dicom/render-dicom.ts';
import type { PixelCodecs } from './pixel-codecs.ts';
import { unpackPixels } from './unpack-pixels.ts';

/**
 * DICOM bytes -> grey picture as the film's window shows it, and what the file says about it.
 * Throws DicomError, CodecError.
 */
export async function decodeDicom(
  bytes: Uint8Array,
  codecs: PixelCodecs,
  window = 0,
): Promise<RenderedDicom> {
  const file = readDicom(bytes);
  return renderDicom(file, await unpackPixels(file, codecs), window);
}
