import { nativePixels } from '../../../dicom/native-pixels.ts';
import type { DicomFile } from '../../../dicom/read-dicom.ts';
import { rlePixels } from '../../../dicom/rle-pixels.ts';
import type { StoredPixels } from '../../../dicom/stored-pixels.ts';
import { decodeFrame } from './decode-frame.ts';
import { decodeJpegFrame } from './decode-jpeg-frame.ts';
import type { PixelCodecs } from './pixel-codecs.ts';

/** The first frame's samples, by the codec of its transfer syntax. Throws DicomError, CodecError. */
export async function unpackPixels(file: DicomFile, codecs: PixelCodecs): Promise<StoredPixels> {
  const { packing } = file.syntax;
  switch (packing) {
    case 'native':
      return nativePixels(file.frame, file.pixels, file.swapped);
    case 'rle':
      return rlePixels(file.frame, file.pixels);
    case 'jpeg':
    case 'jpeg-lossless':
      return decodeJpegFrame(file, codecs);
    case 'jpeg-ls':
    case 'jpeg-2000':
    case 'htj2k':
      return decodeFrame(packing, file, codecs);
  }
}
