import { readShort } from './element-values.ts';
import type { ParserDataSet } from './parser.ts';
import { TAG } from './tags.ts';

/**
 * Which stored values fill up the rectangle around a film and show nothing: between Pixel Padding
 * Value and Pixel Padding Range Limit, both included (PS3.3 C.7.5.1.1.2).
 */
export function readPadding(dataSet: ParserDataSet, signed: boolean): (stored: number) => boolean {
  const value = readShort(dataSet, TAG.paddingValue, { signed });
  if (value === null) return () => false;
  const limit = readShort(dataSet, TAG.paddingRangeLimit, { signed }) ?? value;
  const low = Math.min(value, limit);
  const high = Math.max(value, limit);
  return (stored) => stored >= low && stored <= high;
}
