import { corrupt, endsEarly } from '../decode-error.ts';
import type { TiffLayout } from './tiff-layout.ts';
import { unpackPiece } from './unpack-piece.ts';

/** One row of a piece as numbers: bits from the most significant on, words in the file's order. */
function readRow(row: Uint8Array, out: Uint16Array, { bits, littleEndian }: TiffLayout): void {
  if (bits === 16) {
    const [low, high] = littleEndian ? [0, 1] : [1, 0];
    for (let i = 0; i < out.length; i++) {
      out[i] = (row[2 * i + low] as number) | ((row[2 * i + high] as number) << 8);
    }
    return;
  }
  for (let i = 0; i < out.length; i++) {
    const bit = i * bits;
    out[i] = ((row[bit >> 3] as number) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
  }
}

function undoDifferences(row: Uint16Array, step: number, bits: number): void {
  const mask = 2 ** bits - 1;
  for (let i = step; i < row.length; i++) {
    row[i] = ((row[i] as number) + (row[i - step] as number)) & mask;
  }
}

/** No scheme packs better: LZW writes up to 3,839 bytes for a code of 12 bits. */
const MAX_RATIO = 4096;

/** Pieces that claim more than the file holds, and pictures that no pieces could hold, are made to keep a decoder busy. */
function requirePlausible(bytes: Uint8Array, layout: TiffLayout, count: number): void {
  const packed = layout.byteCounts.slice(0, count).reduce((sum, length) => sum + length, 0);
  if (packed > bytes.length) throw corrupt('TIFF', 'tiff-pieces-overlap');
  const samples = layout.width * layout.height * layout.samplesPerPixel;
  const piece = layout.pieceWidth * layout.pieceHeight * layout.samplesPerPiece;
  if (packed * MAX_RATIO < (Math.max(samples, piece) * layout.bits) / 8) throw endsEarly('TIFF');
}

/**
 * Every sample of the picture, pixel by pixel: height x width x samples per pixel.
 * Throws DecodeError 'corrupt-image'.
 */
export function readTiffSamples(bytes: Uint8Array, layout: TiffLayout): Uint16Array {
  const { width, height, pieceWidth, pieceHeight, samplesPerPixel, samplesPerPiece } = layout;
  const across = Math.ceil(width / pieceWidth);
  const down = Math.ceil(height / pieceHeight);
  const planes = samplesPerPixel / samplesPerPiece;
  const count = across * down * planes;
  if (layout.offsets.length < count || layout.byteCounts.length < count) {
    throw corrupt('TIFF', 'tiff-too-few-pieces');
  }

  requirePlausible(bytes, layout, count);

  const rowBytes = Math.ceil((pieceWidth * samplesPerPiece * layout.bits) / 8);
  const row = new Uint16Array(pieceWidth * samplesPerPiece);
  const out = new Uint16Array(width * height * samplesPerPixel);
  for (let piece = 0; piece < count; piece++) {
    const plane = Math.floor(piece / (across * down));
    const left = (piece % across) * pieceWidth;
    const upper = (Math.floor(piece / across) % down) * pieceHeight;
    // The last strip ends with the picture; tiles are filled up.
    const rows = layout.tiled ? pieceHeight : Math.min(pieceHeight, height - upper);
    const start = layout.offsets[piece] as number;
    const end = start + (layout.byteCounts[piece] as number);
    if (end > bytes.length) throw endsEarly('TIFF');
    const raw = unpackPiece(bytes.subarray(start, end), layout.compression, rows * rowBytes);
    for (let y = 0; y < rows && upper + y < height; y++) {
      readRow(raw.subarray(y * rowBytes, (y + 1) * rowBytes), row, layout);
      if (layout.differences) undoDifferences(row, samplesPerPiece, layout.bits);
      for (let x = 0; x < pieceWidth && left + x < width; x++) {
        const target = ((upper + y) * width + left + x) * samplesPerPixel + plane;
        for (let sample = 0; sample < samplesPerPiece; sample++) {
          out[target + sample] = row[x * samplesPerPiece + sample] as number;
        }
      }
    }
  }
  return out;
}
