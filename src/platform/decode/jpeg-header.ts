import { checkSize } from './check-size.ts';
import { corrupt, endsEarly, unsupported } from './decode-error.ts';

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
}

const EXPORT = 'Export the film as an 8-bit grey JPEG, or as PNG.';

/** The one marker before the end that has no block behind it (T.81, table B.1). */
const TEM = 0x01;

/** Progressive files have about ten scans; thousands are made to keep a decoder busy. */
const MAX_SCANS = 100;

/** Kinds of JPEG by start-of-frame marker (ITU-T T.81, table B.1; T.87 for JPEG-LS). */
function checkProcess(marker: number): void {
  if (marker <= 0xc2) return;
  if (marker === 0xc3 || marker === 0xc7 || marker === 0xcb || marker === 0xcf) {
    throw unsupported('lossless-jpeg', EXPORT);
  }
  if (marker === 0xf7) throw unsupported('jpeg-ls', EXPORT);
  if (marker >= 0xc9) throw unsupported('arithmetic-jpeg', EXPORT);
  throw unsupported('hierarchical-jpeg', EXPORT);
}

const isFrame = (marker: number) =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) ||
  marker === 0xf7;

function readFrame(segment: DataView, marker: number): JpegHeader {
  checkProcess(marker);
  if (segment.byteLength < 6) throw corrupt('JPEG', 'jpeg-header-short');
  const precision = segment.getUint8(0);
  if (precision !== 8)
    throw unsupported({ code: 'jpeg-bits', params: { bits: precision } }, EXPORT);
  const components = segment.getUint8(5);
  if (components === 4) throw unsupported('cmyk-jpeg', EXPORT);
  if (components !== 1 && components !== 3) {
    throw unsupported({ code: 'jpeg-components', params: { components } }, EXPORT);
  }
  const header = { width: segment.getUint16(3), height: segment.getUint16(1) };
  checkSize('JPEG', header.width, header.height);
  return header;
}

/** The next marker's position: 0xFF before anything but a stuffed zero, a restart or a fill byte. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.indexOf(0xff, at);
    const code = at < 0 ? undefined : bytes[at + 1];
    if (code === undefined) throw endsEarly('JPEG');
    if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return at;
  }
}

/**
 * Walks every segment of a JPEG file to its end-of-image marker, which decoders do not insist on:
 * they fill what is missing with grey. Throws DecodeError.
 */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: JpegHeader | null = null;
  let scans = 0;
  let scanBytes = 0;
  let inScan = false;

  for (let at = 2; ; ) {
    const markerAt = nextMarker(bytes, at);
    if (inScan) scanBytes += markerAt - at;
    const marker = bytes[markerAt + 1] as number;
    if (marker === 0xd9) break;
    if (marker === TEM) {
      at = markerAt + 2;
      continue;
    }
    if (markerAt + 4 > bytes.length) throw endsEarly('JPEG');
    const length = view.getUint16(markerAt + 2);
    const end = markerAt + 2 + length;
    if (length < 2) throw corrupt('JPEG', 'jpeg-block-length');
    if (end > bytes.length) throw endsEarly('JPEG');
    if (isFrame(marker)) {
      if (header) throw corrupt('JPEG', 'jpeg-two-headers');
      header = readFrame(
        new DataView(bytes.buffer, bytes.byteOffset + markerAt + 4, length - 2),
        marker,
      );
    }
    inScan = marker === 0xda;
    if (inScan && ++scans > MAX_SCANS) throw corrupt('JPEG', 'jpeg-too-many-scans');
    at = end;
  }
  if (!header || scans === 0) throw corrupt('JPEG', 'no-picture');
  // A block of 8 x 8 pixels takes one bit at the very least (Huffman codes are never empty).
  const blocks = Math.ceil(header.width / 8) * Math.ceil(header.height / 8);
  if (scanBytes * 8 < blocks) throw endsEarly('JPEG');
  return header;
}
