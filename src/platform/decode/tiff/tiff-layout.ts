import { checkSize } from '../check-size.ts';
import { corrupt, unsupported } from '../decode-error.ts';
import { readDirectory } from './read-directory.ts';

/** Compression schemes that are read (TIFF 6.0, and 8 of supplement 2). */
export type Compression = 'none' | 'lzw' | 'deflate' | 'packbits';

/** Pieces in which the picture is stored: strips of its width, or tiles. */
export interface TiffLayout {
  readonly width: number;
  readonly height: number;
  readonly littleEndian: boolean;
  readonly bits: 1 | 4 | 8 | 16;
  readonly samplesPerPixel: number;
  /** Samples of a pixel in one piece: all, or one where the planes are apart. */
  readonly samplesPerPiece: number;
  readonly photometric: 'white-is-zero' | 'black-is-zero' | 'rgb' | 'palette';
  readonly colourMap: readonly number[];
  readonly compression: Compression;
  /** Samples are differences from their left neighbours (TIFF 6.0, section 14). */
  readonly differences: boolean;
  readonly pieceWidth: number;
  readonly pieceHeight: number;
  readonly tiled: boolean;
  readonly offsets: readonly number[];
  readonly byteCounts: readonly number[];
  readonly orientation: number;
}

const ADVICE = 'Export the film as PNG, or as uncompressed TIFF.';

const COMPRESSIONS: Readonly<Record<number, Compression>> = {
  1: 'none',
  5: 'lzw',
  8: 'deflate',
  32946: 'deflate',
  32773: 'packbits',
};
const PHOTOMETRICS = ['white-is-zero', 'black-is-zero', 'rgb', 'palette'] as const;

type Read = (tag: number, fallback: number) => number;

function readBits(read: Read, all: readonly number[]): TiffLayout['bits'] {
  const [bits = 1] = all;
  const known = ([1, 4, 8, 16] as const).find((count) => count === bits);
  if (!known || all.some((other) => other !== bits)) {
    throw unsupported({ code: 'tiff-bits', params: { bits: all.join(', ') } }, ADVICE);
  }
  if (read(339, 1) !== 1 && read(339, 1) !== 4) {
    throw unsupported('tiff-numbers', ADVICE);
  }
  return known;
}

function readPhotometric(read: Read, bits: number, samples: number): TiffLayout['photometric'] {
  const photometric = PHOTOMETRICS[read(262, 1)];
  if (!photometric) throw unsupported('tiff-colours', ADVICE);
  const colour = photometric === 'rgb';
  const fits = colour ? bits >= 8 && samples >= 3 : samples === 1 || bits >= 8;
  if (!fits || samples > 5 || (photometric === 'palette' && bits > 8)) {
    throw unsupported({ code: 'tiff-samples', params: { samples, bits } }, ADVICE);
  }
  return photometric;
}

/** Throws DecodeError 'corrupt-image', 'unsupported-format' or 'too-large'. */
export function readTiffLayout(bytes: Uint8Array): TiffLayout {
  const { littleEndian, values } = readDirectory(bytes);
  const all = (tag: number) => values.get(tag) ?? [];
  const read: Read = (tag, fallback) => values.get(tag)?.[0] ?? fallback;

  const width = read(256, 0);
  const height = read(257, 0);
  checkSize('TIFF', width, height);
  const compression = COMPRESSIONS[read(259, 1)];
  if (!compression) {
    const params = { compression: read(259, 1) };
    throw unsupported({ code: 'tiff-compression', params }, ADVICE);
  }
  if (read(266, 1) !== 1) throw unsupported('tiff-bits-reversed', ADVICE);
  const samplesPerPixel = read(277, 1);
  const bits = readBits(read, all(258));
  const photometric = readPhotometric(read, bits, samplesPerPixel);
  const differences = read(317, 1) === 2;
  if (read(317, 1) > 2 || (differences && bits < 8)) {
    throw unsupported('tiff-predictor', ADVICE);
  }

  const tiled = values.has(322);
  const pieceWidth = tiled ? read(322, 0) : width;
  const pieceHeight = tiled ? read(323, 0) : Math.min(height, read(278, height));
  if (pieceWidth < 1 || pieceHeight < 1) throw corrupt('TIFF', 'tiff-pieces-without-size');
  checkSize('TIFF', pieceWidth, pieceHeight);
  return {
    width,
    height,
    littleEndian,
    bits,
    samplesPerPixel,
    samplesPerPiece: read(284, 1) === 2 ? 1 : samplesPerPixel,
    photometric,
    colourMap: all(320),
    compression,
    differences,
    pieceWidth,
    pieceHeight,
    tiled,
    offsets: all(tiled ? 324 : 273),
    byteCounts: all(tiled ? 325 : 279),
    orientation: read(274, 1),
  };
}
