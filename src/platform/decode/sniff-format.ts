import { isDicom } from '../../dicom/sniff-dicom.ts';
import { inEnglish } from '../../errors/english.ts';
import { DecodeError, unsupported } from './decode-error.ts';

export type FileFormat = 'png' | 'jpeg' | 'webp' | 'bmp' | 'tiff' | 'dicom';

const EXPORT_PNG = 'Export the film as PNG or JPEG and open that.';

/** Sizes of the known BMP info headers; two letters "BM" alone would claim plain text files. */
const BMP_HEADERS = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

function hasAscii(bytes: Uint8Array, offset: number, text: string): boolean {
  if (bytes.length < offset + text.length) return false;
  for (let i = 0; i < text.length; i++) {
    if (bytes[offset + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}

function has(bytes: Uint8Array, offset: number, ...expected: number[]): boolean {
  return expected.every((value, i) => bytes[offset + i] === value);
}

/** Known formats that are not read, by their first bytes. */
function nameUnsupported(bytes: Uint8Array): DecodeError | null {
  const ascii = (offset: number, text: string) => hasAscii(bytes, offset, text);
  if (ascii(0, 'GIF87a') || ascii(0, 'GIF89a')) return unsupported('gif', EXPORT_PNG);
  if (ascii(0, 'II+\0') || ascii(0, 'MM\0+')) return unsupported('big-tiff', EXPORT_PNG);
  if (ascii(4, 'jP  \r\n') || has(bytes, 0, 0xff, 0x4f, 0xff, 0x51)) {
    return unsupported('jpeg-2000', EXPORT_PNG);
  }
  if (ascii(4, 'JXL \r\n') || has(bytes, 0, 0xff, 0x0a)) {
    return unsupported('jpeg-xl', EXPORT_PNG);
  }
  if (ascii(4, 'ftypavif') || ascii(4, 'ftypavis')) return unsupported('avif', EXPORT_PNG);
  if (ascii(4, 'ftyphe') || ascii(4, 'ftypmif1')) return unsupported('heic', EXPORT_PNG);
  if (ascii(0, '%PDF-')) return unsupported('pdf', EXPORT_PNG);
  if (ascii(0, '8BPS')) return unsupported('photoshop', EXPORT_PNG);
  return null;
}

/**
 * Tells a file's format by its first bytes, never by its name.
 * Throws DecodeError 'empty-file', 'unsupported-format' or 'not-an-image'.
 */
export function sniffFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) throw new DecodeError(...inEnglish({ code: 'empty-file' }));
  // First, since the preamble of a DICOM file may hold another format's beginning (PS3.10 7.1).
  if (isDicom(bytes)) return 'dicom';
  if (has(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (has(bytes, 0, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (hasAscii(bytes, 0, 'RIFF') && hasAscii(bytes, 8, 'WEBP')) return 'webp';
  if (hasAscii(bytes, 0, 'BM') && BMP_HEADERS.has(bytes[14] ?? 0) && has(bytes, 15, 0, 0, 0)) {
    return 'bmp';
  }
  if (hasAscii(bytes, 0, 'II*\0') || hasAscii(bytes, 0, 'MM\0*')) return 'tiff';
  const known = nameUnsupported(bytes);
  if (known) throw known;
  throw new DecodeError(...inEnglish({ code: 'not-an-image' }));
}
