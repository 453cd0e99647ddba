function hasAscii(bytes: Uint8Array, at: number, text: string): boolean {
  return String.fromCharCode(...bytes.subarray(at, at + text.length)) === text;
}

/** The EXIF block of a JPEG file, in an APP1 segment before its picture (EXIF 2.32, 4.5.4), or null. */
export function findJpegExif(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xda) return null;
    const end = at + 2 + view.getUint16(at + 2);
    if (marker === 0xe1 && hasAscii(bytes, at + 4, 'Exif')) return bytes.subarray(at + 4, end);
    at = end;
  }
  return null;
}

/** The EXIF chunk of a WebP file (RFC 9649, 2.7.1.5), or null. */
export function findWebpExif(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    if (hasAscii(bytes, at, 'EXIF')) return bytes.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length & 1);
  }
  return null;
}
