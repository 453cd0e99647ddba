import { withoutFilm } from './dicom-error.ts';
import { readLong, readString, readStrings } from './element-values.ts';
import type { ParserDataSet } from './parser.ts';
import { readDataSet } from './read-data-set.ts';
import { TAG } from './tags.ts';

/** Before an item's data set stand its tag and its length (PS3.5 7.5). */
const ITEM_HEADER = 8;

/** Every record of the directory, by the byte at which the file names it. */
function recordsByOffset(dataSet: ParserDataSet): Map<number, ParserDataSet> {
  const records = new Map<number, ParserDataSet>();
  for (const { dataOffset, dataSet: record } of dataSet.elements[TAG.directoryRecords]?.items ??
    []) {
    if (record) records.set(dataOffset - ITEM_HEADER, record);
  }
  return records;
}

/**
 * A DICOMDIR -> the files of its pictures, each as folders and name, in the order of its tree of
 * patients, studies, series and images (PS3.3 F.2): siblings by (0004,1400), children by (0004,1420).
 * Records that are named twice count once, so that circles end; records that the tree does not reach
 * are no part of it. Throws DicomError.
 */
export function readDicomDirectory(bytes: Uint8Array): string[][] {
  const { dataSet } = readDataSet(bytes);
  if (!dataSet.elements[TAG.directoryRecords]) throw withoutFilm('dicom-no-pixels');
  const records = recordsByOffset(dataSet);
  const files: string[][] = [];
  // A stack instead of recursion: siblings are as many as there are files.
  const next = [readLong(dataSet, TAG.firstRootRecord) ?? 0];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const record = records.get(at);
    if (!record) continue;
    records.delete(at);
    next.push(readLong(record, TAG.nextRecord) ?? 0, readLong(record, TAG.lowerRecord) ?? 0);
    const file = readStrings(record, TAG.referencedFile).filter(Boolean);
    if (file.length > 0 && readString(record, TAG.recordType) === 'IMAGE') files.push(file);
  }
  return files;
}
