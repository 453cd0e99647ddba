import { checkSize } from './check-size.ts';
import { corrupt, endsEarly, unsupported } from './decode-error.ts';

export interface WebpHeader {
  readonly width: number;
  readonly height: number;
}

/** Size of a lossy, lossless or extended file's first chunk at `at` (RFC 9649, 2.5 to 2.7). */
function readSize(view: DataView, kind: string, at: number): WebpHeader {
  if (kind === 'VP8 ') {
    if (view.getUint16(at + 3) !== 0x9d01 || view.getUint8(at + 5) !== 0x2a) {
      throw corrupt('WebP', 'webp-frame-header');
    }
    return {
      width: view.getUint16(at + 6, true) & 0x3fff,
      height: view.getUint16(at + 8, true) & 0x3fff,
    };
  }
  if (kind === 'VP8L') {
    if (view.getUint8(at) !== 0x2f) throw corrupt('WebP', 'webp-lossless-header');
    const bits = view.getUint32(at + 1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') throw corrupt('WebP', 'webp-no-picture-first');
  if (view.getUint8(at) & 0x02) {
    throw unsupported('animated-webp', 'Export one picture of it as PNG.');
  }
  return {
    width: (view.getUint32(at + 3, true) >>> 8) + 1,
    height: (view.getUint32(at + 6, true) >>> 8) + 1,
  };
}

/** Reads a WebP file's size and checks that it is all there. Throws DecodeError. */
export function readWebpHeader(bytes: Uint8Array): WebpHeader {
  // RIFF header 12, chunk header 8, and the ten bytes that hold the size in every kind of chunk.
  if (bytes.length < 30) throw endsEarly('WebP');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(4, true) + 8 > bytes.length) throw endsEarly('WebP');
  const header = readSize(view, String.fromCharCode(...bytes.subarray(12, 16)), 20);
  checkSize('WebP', header.width, header.height);
  return header;
}
