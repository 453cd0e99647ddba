import { nativePixels } from '../../src/dicom/native-pixels.ts';
import { readDicom } from '../../src/dicom/read-dicom.ts';
import { type RenderedDicom, renderDicom } from '../../src/dicom/render-dicom.ts';

/** An uncompressed film, read and rendered without any codec. */
export function renderNative(bytes: Uint8Array, window?: number): RenderedDicom {
  const file = readDicom(bytes);
  return renderDicom(file, nativePixels(file.frame, file.pixels, file.swapped), window);
}
