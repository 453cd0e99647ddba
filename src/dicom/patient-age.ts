import { readString } from './element-values.ts';
import type { ParserDataSet } from './parser.ts';
import { TAG } from './tags.ts';

/** Days in a unit of an Age String (PS3.5 table 6.2-1, AS). */
const DAYS = { D: 1, W: 7, M: 30.4375, Y: 365.25 } as const;

/** A Date (PS3.5 table 6.2-1, DA) -> days; null where it is none. */
function days(date: string | null): number | null {
  const parts = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(date ?? '');
  if (!parts) return null;
  return Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / 86_400_000;
}

/** Age in years as the file says it, or else by the dates of birth and study; null where neither is there. */
export function readAgeYears(dataSet: ParserDataSet): number | null {
  const stated = /^(\d{1,3})([DWMY])$/.exec(readString(dataSet, TAG.age)?.toUpperCase() ?? '');
  if (stated) {
    return (Number(stated[1]) * DAYS[stated[2] as keyof typeof DAYS]) / DAYS.Y;
  }
  const birth = days(readString(dataSet, TAG.birthDate));
  const study =
    days(readString(dataSet, TAG.studyDate)) ?? days(readString(dataSet, TAG.acquisitionDate));
  if (birth === null || study === null) return null;
  const years = (study - birth) / DAYS.Y;
  return years >= 0 && years < 130 ? Math.floor(years) : null;
}
