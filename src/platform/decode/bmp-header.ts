import { checkSize } from './check-size.ts';
import { corrupt, endsEarly, unsupported } from './decode-error.ts';

export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  /** Rows stand from the top down; the format's habit is bottom up. */
  readonly topDown: boolean;
  readonly bitsPerPixel: number;
  /** Bit masks of red, green and blue, for 16 and 32 bits per pixel. */
  readonly masks: readonly [number, number, number];
  readonly paletteAt: number;
  readonly paletteEntryBytes: 3 | 4;
  readonly paletteLength: number;
  readonly pixelsAt: number;
}

const EXPORT = 'Export the film as PNG.';

// Compression methods of BITMAPINFOHEADER.
const BI_RGB = 0;
const BI_BITFIELDS = 3;
const BI_ALPHABITFIELDS = 6;

function readMasks(view: DataView, bits: number, compression: number): [number, number, number] {
  if (compression !== BI_RGB) {
    if (view.byteLength < 66) throw endsEarly('BMP');
    return [view.getUint32(54, true), view.getUint32(58, true), view.getUint32(62, true)];
  }
  return bits === 16 ? [0x7c00, 0x03e0, 0x001f] : [0xff0000, 0x00ff00, 0x0000ff];
}

/** Reads a BMP file's headers (Windows and OS/2 kinds). Throws DecodeError. */
export function readBmpHeader(bytes: Uint8Array): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 26) throw endsEarly('BMP');
  const infoSize = view.getUint32(14, true);
  if (bytes.length < 14 + infoSize) throw endsEarly('BMP');
  const old = infoSize === 12;

  const width = old ? view.getUint16(18, true) : view.getInt32(18, true);
  const signedHeight = old ? view.getUint16(20, true) : view.getInt32(22, true);
  const height = Math.abs(signedHeight);
  checkSize('BMP', width, height);

  const bitsPerPixel = view.getUint16(old ? 24 : 28, true);
  const compression = infoSize >= 40 ? view.getUint32(30, true) : BI_RGB;
  if (![1, 4, 8, 16, 24, 32].includes(bitsPerPixel)) {
    throw corrupt('BMP', { code: 'bmp-bits', params: { bits: bitsPerPixel } });
  }
  const byMasks = compression === BI_BITFIELDS || compression === BI_ALPHABITFIELDS;
  if (compression !== BI_RGB && !(byMasks && (bitsPerPixel === 16 || bitsPerPixel === 32))) {
    throw unsupported('compressed-bmp', EXPORT);
  }

  const declared = infoSize >= 40 ? view.getUint32(46, true) : 0;
  return {
    width,
    height,
    topDown: signedHeight < 0,
    bitsPerPixel,
    masks: readMasks(view, bitsPerPixel, compression),
    paletteAt: 14 + infoSize + (byMasks && infoSize === 40 ? 12 : 0),
    paletteEntryBytes: old ? 3 : 4,
    paletteLength: bitsPerPixel > 8 ? 0 : declared || 1 << bitsPerPixel,
    pixelsAt: view.getUint32(10, true),
  };
}
