import { inEnglish } from '../errors/english.ts';
import { isFilmSize, tooLarge } from '../imaging/film-limits.ts';
import { corruptDicom, DicomError, unsupportedDicom } from './dicom-error.ts';
import { readNumbers, readShort, readString } from './element-values.ts';
import type { ParserDataSet } from './parser.ts';
import { TAG } from './tags.ts';

const PHOTOMETRIC = [
  'MONOCHROME1',
  'MONOCHROME2',
  'PALETTE COLOR',
  'RGB',
  'YBR_FULL',
  'YBR_FULL_422',
  'YBR_ICT',
  'YBR_RCT',
] as const;

/** What the samples of a pixel mean (PS3.3 C.7.6.3.1.2). */
type Photometric = (typeof PHOTOMETRIC)[number];

/** How the pixels are stored: PS3.3 C.7.6.3 and PS3.5 8.1.1. */
export interface PixelDescription {
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  readonly samplesPerPixel: 1 | 3;
  readonly photometric: Photometric;
  /** Colour planes one after another instead of pixel by pixel (Planar Configuration 1). */
  readonly planar: boolean;
  readonly bitsAllocated: 8 | 16;
  readonly bitsStored: number;
  /** Unused bits below the stored ones, as files of ACR-NEMA have them. */
  readonly lowBit: number;
  readonly signed: boolean;
}

function readPhotometric(dataSet: ParserDataSet): Photometric {
  const name = readString(dataSet, TAG.photometric);
  if (!name) throw corruptDicom('no-photometric');
  const known = PHOTOMETRIC.find((photometric) => photometric === name.toUpperCase());
  if (known) return known;
  const colours = name.replace(/[^\w ]/g, '?').slice(0, 16);
  throw unsupportedDicom({ code: 'dicom-colours', params: { colours } });
}

function readSize(dataSet: ParserDataSet): { rows: number; columns: number } {
  const rows = readShort(dataSet, TAG.rows) ?? 0;
  const columns = readShort(dataSet, TAG.columns) ?? 0;
  if (rows < 1 || columns < 1) throw corruptDicom('no-size');
  if (isFilmSize(columns, rows)) return { rows, columns };
  throw new DicomError(...inEnglish(tooLarge('DICOM', columns, rows)));
}

function readBits(dataSet: ParserDataSet) {
  const allocated = readShort(dataSet, TAG.bitsAllocated);
  if (allocated === null) throw corruptDicom('no-bits');
  if (allocated !== 8 && allocated !== 16) {
    throw unsupportedDicom(
      allocated === 1 ? 'dicom-one-bit' : { code: 'dicom-bits', params: { bits: allocated } },
    );
  }
  const bitsStored = readShort(dataSet, TAG.bitsStored) ?? allocated;
  if (bitsStored < 1 || bitsStored > allocated) {
    throw corruptDicom({ code: 'impossible-bits', params: { stored: bitsStored, allocated } });
  }
  const highBit = readShort(dataSet, TAG.highBit) ?? bitsStored - 1;
  const lowBit = highBit < allocated ? Math.max(0, highBit + 1 - bitsStored) : 0;
  return { bitsAllocated: allocated, bitsStored, lowBit } as const;
}

/** Throws DicomError 'corrupt-dicom', 'unsupported-dicom' or 'too-large'. */
export function readPixelDescription(dataSet: ParserDataSet): PixelDescription {
  const size = readSize(dataSet);
  const bits = readBits(dataSet);
  const photometric = readPhotometric(dataSet);
  const samples = readShort(dataSet, TAG.samplesPerPixel) ?? 1;
  const grey = photometric.startsWith('MONOCHROME') || photometric === 'PALETTE COLOR';
  if (samples !== (grey ? 1 : 3)) {
    throw corruptDicom({ code: 'impossible-samples', params: { photometric, samples } });
  }
  const [frames = 1] = readNumbers(dataSet, TAG.frames);
  const signed = readShort(dataSet, TAG.pixelRepresentation) === 1;
  if (signed && !photometric.startsWith('MONOCHROME')) {
    throw corruptDicom('negative-colours');
  }
  return {
    ...size,
    ...bits,
    frames: frames >= 1 ? Math.floor(frames) : 1,
    samplesPerPixel: samples,
    photometric,
    planar: samples === 3 && readShort(dataSet, TAG.planar) === 1,
    signed,
  };
}
