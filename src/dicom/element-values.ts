import { corruptDicom } from './dicom-error.ts';
import type { ParserDataSet, ParserElement } from './parser.ts';

/** Longest string that is looked at; DS and IS of a film have a few dozen characters. */
const MAX_STRING = 16_384;

/** An element with a value that lies inside the file, or null. Throws DicomError where it does not. */
export function findElement(dataSet: ParserDataSet, tag: string): ParserElement | null {
  const element = dataSet.elements[tag];
  if (!element || element.length === 0) return null;
  if (
    !element.hadUndefinedLength &&
    element.dataOffset + element.length > dataSet.byteArray.length
  ) {
    throw corruptDicom('ends-early');
  }
  return element;
}

/** Values of a string element, each trimmed (PS3.5 6.2 and 6.4); empty where it has none. */
export function readStrings(dataSet: ParserDataSet, tag: string): string[] {
  const element = findElement(dataSet, tag);
  if (!element || element.length > MAX_STRING) return [];
  const { byteArray } = dataSet;
  const bytes = byteArray.subarray(element.dataOffset, element.dataOffset + element.length);
  const values = String.fromCharCode(...bytes)
    .replaceAll('\0', ' ')
    .split('\\')
    .map((value) => value.trim());
  return values.every((value) => value === '') ? [] : values;
}

/** The first value of a string element, or null. */
export function readString(dataSet: ParserDataSet, tag: string): string | null {
  return readStrings(dataSet, tag)[0] || null;
}

/** Values of a DS or IS element; NaN for those that are no numbers. */
export function readNumbers(dataSet: ParserDataSet, tag: string): number[] {
  return readStrings(dataSet, tag).map((value) => (value === '' ? Number.NaN : Number(value)));
}

/** A value of a US or SS element, or null. */
export function readShort(
  dataSet: ParserDataSet,
  tag: string,
  { index = 0, signed = false } = {},
): number | null {
  const element = findElement(dataSet, tag);
  if (!element || element.length < 2 * index + 2) return null;
  const at = element.dataOffset + 2 * index;
  const { byteArray, byteArrayParser } = dataSet;
  return signed
    ? byteArrayParser.readInt16(byteArray, at)
    : byteArrayParser.readUint16(byteArray, at);
}

/** The value of a UL element, or null. */
export function readLong(dataSet: ParserDataSet, tag: string): number | null {
  const element = findElement(dataSet, tag);
  if (!element || element.length < 4) return null;
  return dataSet.byteArrayParser.readUint32(dataSet.byteArray, element.dataOffset);
}

/** The items of a sequence; none where it is missing. */
export function readItems(dataSet: ParserDataSet, tag: string): ParserDataSet[] {
  const items = dataSet.elements[tag]?.items ?? [];
  return items.flatMap((item) => item.dataSet ?? []);
}
