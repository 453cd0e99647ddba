import { readString } from './element-values.ts';
import type { ParserDataSet } from './parser.ts';
import { TAG } from './tags.ts';

/** Days in a unit of an Age String (PS3.5 table 6.2-1, AS). */
const DAYS = { D: 1, W: 7, M: 30.4375, Y: 365.25 } as const;

/** A Date (PS3.5 table 6.2-1, DA) as a number like 20260131, whose differences count whole years in ten thousands. */
function readDate(dataSet: ParserDataSet, tag: string): number | null {
  const parts = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(readString(dataSet, tag) ?? '');
  return parts && Number(parts.slice(1).join(''));
}

/** Age in years as the file says it, or else by the dates of birth and study; null where neither is there. */
export function readAgeYears(dataSet: ParserDataSet): number | null {
  const stated = /^(\d{1,3})([DWMY])$/.exec(readString(dataSet, TAG.age)?.toUpperCase() ?? '');
  if (stated) {
    return (Number(stated[1]) * DAYS[stated[2] as keyof typeof DAYS]) / DAYS.Y;
  }
  const birth = readDate(dataSet, TAG.birthDate);
  const study = readDate(dataSet, TAG.studyDate) ?? readDate(dataSet, TAG.acquisitionDate);
  if (birth === null || study === null) return null;
  const years = Math.floor((study - birth) / 10_000);
  return years >= 0 && years < 130 ? years : null;
}
