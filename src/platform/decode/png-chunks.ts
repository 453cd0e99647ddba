import { checkSize } from './check-size.ts';
import { crc32 } from './crc32.ts';
import { corrupt, endsEarly } from './decode-error.ts';
import { type PngHeader, readPngHeader } from './png-header.ts';

export interface PngChunks {
  readonly header: PngHeader;
  /** RGB triples, empty where there is no PLTE. */
  readonly palette: Uint8Array;
  /** The compressed picture, as views into the file. */
  readonly imageData: readonly Uint8Array[];
  /** The EXIF block (PNG specification, 11.3.4.5). */
  readonly exif: Uint8Array | null;
}

/** Critical chunks have an upper-case first letter (PNG specification, 5.4). */
const isCritical = (type: string) => /^[A-Z]/.test(type);

/**
 * Walks a PNG file from IHDR to IEND and gathers what the picture needs; the checksums of critical
 * chunks must hold. Throws DecodeError 'corrupt-image' or 'too-large'.
 */
export function readPngChunks(bytes: Uint8Array): PngChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: PngHeader | null = null;
  let palette: Uint8Array = new Uint8Array(0);
  const imageData: Uint8Array[] = [];
  let exif: Uint8Array | null = null;

  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) throw endsEarly('PNG');
    const length = view.getUint32(at);
    const dataAt = at + 8;
    const end = dataAt + length;
    if (end + 4 > bytes.length) throw endsEarly('PNG');
    const type = String.fromCharCode(...bytes.subarray(at + 4, dataAt));
    if (isCritical(type) && crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) {
      throw corrupt('PNG', { code: 'png-checksum', params: { block: type } });
    }
    if (!header) {
      if (type !== 'IHDR') throw corrupt('PNG', 'png-no-header');
      header = readPngHeader(new DataView(bytes.buffer, bytes.byteOffset + dataAt, length));
      checkSize('PNG', header.width, header.height);
    } else if (type === 'PLTE') palette = bytes.subarray(dataAt, end);
    else if (type === 'IDAT') imageData.push(bytes.subarray(dataAt, end));
    else if (type === 'eXIf') exif = bytes.subarray(dataAt, end);
    else if (type === 'IEND') return { header, palette, imageData, exif };
    else if (isCritical(type))
      throw corrupt('PNG', { code: 'png-unknown-block', params: { block: type } });
    at = end + 4;
  }
}
