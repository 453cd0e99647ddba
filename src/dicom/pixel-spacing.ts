import type { PixelSpacing } from '../imaging/dicom-facts.ts';
import { readNumbers, readString } from './element-values.ts';
import { firstFrameScopes, scopeOf } from './first-frame-scopes.ts';
import type { ParserDataSet } from './parser.ts';
import { TAG } from './tags.ts';

function readPair(dataSet: ParserDataSet, tag: string): [rowMm: number, columnMm: number] | null {
  const [row = 0, column = 0] = readNumbers(scopeOf(firstFrameScopes(dataSet), tag), tag);
  return row > 0 && column > 0 && Number.isFinite(row) && Number.isFinite(column)
    ? [row, column]
    : null;
}

/**
 * Distances between pixels (PS3.3 10.7.1). In projection radiography, Pixel Spacing measures the
 * patient only where it was calibrated, so that it says how or differs from the detector's own
 * Imager Pixel Spacing; otherwise it repeats the detector's.
 */
export function readPixelSpacing(dataSet: ParserDataSet): PixelSpacing | null {
  const spacing = readPair(dataSet, TAG.pixelSpacing);
  const imager =
    readPair(dataSet, TAG.imagerPixelSpacing) ?? readPair(dataSet, TAG.nominalScannedPixelSpacing);
  const used = spacing ?? imager;
  if (!used) return null;
  const differs = spacing && imager && (spacing[0] !== imager[0] || spacing[1] !== imager[1]);
  const calibrated = spacing && (readString(dataSet, TAG.calibrationType) || differs);
  return { rowMm: used[0], columnMm: used[1], at: calibrated ? 'patient' : 'detector' };
}
