import { corruptDicom } from './dicom-error.ts';

export interface Jpeg2000Size {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Of the first component. */
  readonly precision: number;
  readonly signed: boolean;
}

/** Tiles of a picture; films have one or some dozens, thousands are made to keep a decoder busy. */
const MAX_TILES = 4096;

/** Where the codestream begins: at once, as DICOM wants it (PS3.5 A.4.4), or in the boxes of a .jp2 file. */
function codestreamStart(bytes: Uint8Array): number {
  if (bytes[0] === 0xff && bytes[1] === 0x4f) return 0;
  for (let at = 0; at + 3 < Math.min(bytes.length, 4096); at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0x4f && bytes[at + 2] === 0xff) return at;
  }
  throw corruptDicom('packed-no-jpeg-2000');
}

/** Reads the SIZ marker segment (ITU-T T.800 A.5.1), which HTJ2K shares. Throws DicomError. */
export function readJpeg2000Size(bytes: Uint8Array): Jpeg2000Size {
  const start = codestreamStart(bytes);
  if (bytes.length < start + 43) throw corruptDicom('ends-early');
  const view = new DataView(bytes.buffer, bytes.byteOffset + start);
  if (view.getUint16(2) !== 0xff51) throw corruptDicom('packed-senseless');
  const width = view.getUint32(8) - view.getUint32(16);
  const height = view.getUint32(12) - view.getUint32(20);
  const tiles = Math.ceil(width / view.getUint32(24)) * Math.ceil(height / view.getUint32(28));
  if (!(tiles >= 1 && tiles <= MAX_TILES)) {
    throw corruptDicom('packed-senseless');
  }
  const depth = view.getUint8(42);
  return {
    width,
    height,
    components: view.getUint16(40),
    precision: (depth & 0x7f) + 1,
    signed: depth >= 0x80,
  };
}
