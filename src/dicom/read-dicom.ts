import { unsupportedDicom, withoutFilm } from './dicom-error.ts';
import { findElement } from './element-values.ts';
import { firstFrame } from './first-frame.ts';
import type { ParserDataSet } from './parser.ts';
import { type PixelDescription, readPixelDescription } from './pixel-description.ts';
import { readDataSet } from './read-data-set.ts';
import { TAG } from './tags.ts';
import type { TransferSyntax } from './transfer-syntax.ts';

/** A DICOM film before its pixels are unpacked. */
export interface DicomFile {
  readonly dataSet: ParserDataSet;
  readonly syntax: TransferSyntax;
  readonly pixels: PixelDescription;
  /** The first frame's bytes, packed as `syntax` says. */
  readonly frame: Uint8Array;
  /** Two bytes of `frame` stand in the other order than this program's. */
  readonly swapped: boolean;
}

function explainMissingPixels(dataSet: ParserDataSet): never {
  if (dataSet.elements[TAG.directoryRecords]) throw withoutFilm('dicom-index');
  if (dataSet.elements[TAG.document]) throw withoutFilm('dicom-document');
  if (dataSet.elements[TAG.floatPixelData] || dataSet.elements[TAG.doublePixelData]) {
    throw unsupportedDicom('dicom-floats');
  }
  throw withoutFilm('dicom-no-pixels');
}

/** Reads a DICOM file's header and finds its pixels. Throws DicomError. */
export function readDicom(bytes: Uint8Array): DicomFile {
  const { dataSet, syntax } = readDataSet(bytes);
  const element = dataSet.elements[TAG.pixelData];
  if (!element) return explainMissingPixels(dataSet);
  const pixels = readPixelDescription(dataSet);
  const frame = firstFrame(
    dataSet,
    findElement(dataSet, TAG.pixelData) ?? element,
    pixels,
    syntax.packing === 'native',
  );
  const wide = pixels.bitsAllocated === 16 || element.vr === 'OW';
  return { dataSet, syntax, pixels, frame, swapped: !syntax.littleEndian && wide };
}
