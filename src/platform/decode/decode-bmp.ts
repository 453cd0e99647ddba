import { luma } from '../../imaging/luma.ts';
import { type BmpHeader, readBmpHeader } from './bmp-header.ts';
import { corrupt, endsEarly } from './decode-error.ts';
import type { Picture } from './picture.ts';

type GreyAt = (rowAt: number, x: number) => number;

const byteAt = (bytes: Uint8Array, at: number) => bytes[at] as number;

function paletteGrey(bytes: Uint8Array, header: BmpHeader): GreyAt {
  const { paletteAt, paletteEntryBytes, bitsPerPixel } = header;
  const length = Math.min(header.paletteLength, 1 << bitsPerPixel);
  if (paletteAt + length * paletteEntryBytes > bytes.length) throw endsEarly('BMP');
  const greys = Array.from({ length }, (_, i) => {
    const at = paletteAt + i * paletteEntryBytes;
    return luma(byteAt(bytes, at + 2), byteAt(bytes, at + 1), byteAt(bytes, at));
  });
  const last = (1 << bitsPerPixel) - 1;
  return (rowAt, x) => {
    const bit = x * bitsPerPixel;
    const shift = 8 - bitsPerPixel - (bit & 7);
    const grey = greys[(byteAt(bytes, rowAt + (bit >> 3)) >> shift) & last];
    if (grey === undefined) throw corrupt('BMP', 'colour-outside-palette');
    return grey;
  };
}

/** A masked field of up to eight bits stretched to 0..255; wider fields lose their lowest bits. */
function fieldReader(mask: number): (pixel: number) => number {
  if (mask === 0) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const max = mask >>> shift;
  return (pixel) => Math.floor((((pixel & mask) >>> shift) * 255) / max);
}

function maskedGrey(view: DataView, header: BmpHeader): GreyAt {
  const [red, green, blue] = header.masks.map(fieldReader) as [
    (pixel: number) => number,
    (pixel: number) => number,
    (pixel: number) => number,
  ];
  const wide = header.bitsPerPixel === 32;
  return (rowAt, x) => {
    const pixel = wide ? view.getUint32(rowAt + 4 * x, true) : view.getUint16(rowAt + 2 * x, true);
    return luma(red(pixel), green(pixel), blue(pixel));
  };
}

function greyReader(bytes: Uint8Array, header: BmpHeader): GreyAt {
  if (header.bitsPerPixel <= 8) return paletteGrey(bytes, header);
  if (header.bitsPerPixel === 24) {
    return (rowAt, x) => {
      const at = rowAt + 3 * x;
      return luma(byteAt(bytes, at + 2), byteAt(bytes, at + 1), byteAt(bytes, at));
    };
  }
  return maskedGrey(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), header);
}

/**
 * Uncompressed BMP bytes of 1 to 32 bits per pixel -> grey picture.
 * Throws DecodeError 'unsupported-format', 'corrupt-image' or 'too-large'.
 */
export function decodeBmp(bytes: Uint8Array): Picture {
  const header = readBmpHeader(bytes);
  const { width, height } = header;
  // Rows are padded to four bytes.
  const rowBytes = Math.ceil((width * header.bitsPerPixel) / 32) * 4;
  if (header.pixelsAt + rowBytes * height > bytes.length) throw endsEarly('BMP');

  const greyAt = greyReader(bytes, header);
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const stored = header.topDown ? y : height - 1 - y;
    const rowAt = header.pixelsAt + stored * rowBytes;
    for (let x = 0; x < width; x++) data[y * width + x] = greyAt(rowAt, x);
  }
  return { width, height, data, maxValue: 255 };
}
