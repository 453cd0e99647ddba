import { corruptDicom } from './dicom-error.ts';
import { findElement, readItems, readNumbers } from './element-values.ts';
import { scopeOf } from './first-frame-scopes.ts';
import { type LookupTable, lookUp, readLookupTable } from './lookup-table.ts';
import type { ParserDataSet } from './parser.ts';
import type { PixelDescription } from './pixel-description.ts';
import { TAG } from './tags.ts';

/** Stored values -> what the detector measured (PS3.3 C.11.1), and the range it can yield. */
export interface Modality {
  readonly apply: (stored: number) => number;
  readonly low: number;
  readonly high: number;
  /** The values can be negative. */
  readonly signed: boolean;
}

/** The range of stored values. */
function storedRange({ bitsStored, signed }: PixelDescription): { low: number; high: number } {
  if (!signed) return { low: 0, high: 2 ** bitsStored - 1 };
  return { low: -(2 ** (bitsStored - 1)), high: 2 ** (bitsStored - 1) - 1 };
}

function byTable(table: LookupTable): Modality {
  const high = 2 ** table.bits - 1;
  return { apply: (stored) => lookUp(table, stored), low: 0, high, signed: false };
}

const LUT_TAGS = { descriptor: TAG.lutDescriptor, data: TAG.lutData } as const;

/** A table comes before a rescale, and neither is the identity (PS3.3 C.11.1.1). Throws DicomError. */
export function readModality(scopes: readonly ParserDataSet[], pixels: PixelDescription): Modality {
  const [item] = readItems(scopeOf(scopes, TAG.modalityLut), TAG.modalityLut);
  if (item) return byTable(readLookupTable(item, LUT_TAGS, pixels.signed));

  const { low, high } = storedRange(pixels);
  const scope = scopeOf(scopes, TAG.rescaleSlope);
  if (!findElement(scope, TAG.rescaleSlope) || !findElement(scope, TAG.rescaleIntercept)) {
    return { apply: (stored) => stored, low, high, signed: pixels.signed };
  }
  const [slope = Number.NaN] = readNumbers(scope, TAG.rescaleSlope);
  const [intercept = Number.NaN] = readNumbers(scope, TAG.rescaleIntercept);
  if (!Number.isFinite(slope) || !Number.isFinite(intercept) || slope === 0) {
    throw corruptDicom({ code: 'impossible-scale', params: { slope, intercept } });
  }
  // Output units = slope x stored value + intercept (PS3.3 C.11.1.1.2).
  const apply = (stored: number) => slope * stored + intercept;
  const ends = [apply(low), apply(high)] as const;
  return { apply, low: Math.min(...ends), high: Math.max(...ends), signed: Math.min(...ends) < 0 };
}
