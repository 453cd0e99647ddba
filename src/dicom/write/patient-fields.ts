import { findElement, readString } from '../element-values.ts';
import type { ParserDataSet } from '../parser.ts';
import type { Elements, TextVr } from './element.ts';

/** The image that a derived object was made from. */
interface SourceReference {
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
}

/** What the reader asked to keep of the source file: who and which study, and which image. */
export interface PatientFields {
  /** Copied byte by byte, with the character set that they are written in. */
  readonly elements: Elements;
  readonly studyUid: string | null;
  /** Null where the source file does not name itself in full. */
  readonly source: SourceReference | null;
}

/** Patient, General Study and Patient Study modules (PS3.3 C.7.1.1, C.7.2.1, C.7.2.2). */
const KEPT: readonly (readonly [tag: string, vr: TextVr])[] = [
  ['00080005', 'CS'],
  ['00080020', 'DA'],
  ['00080030', 'TM'],
  ['00080050', 'SH'],
  ['00080090', 'PN'],
  ['00081030', 'LO'],
  ['00100010', 'PN'],
  ['00100020', 'LO'],
  ['00100021', 'LO'],
  ['00100030', 'DA'],
  ['00100040', 'CS'],
  ['00101010', 'AS'],
  ['00200010', 'SH'],
];

const parserTag = (tag: string) => `x${tag.toLowerCase()}`;

function readUid(dataSet: ParserDataSet, tag: string): string | null {
  const uid = readString(dataSet, parserTag(tag))?.replaceAll('\0', '').trim() ?? '';
  return /^[0-9.]{1,64}$/.test(uid) ? uid : null;
}

function readSource(dataSet: ParserDataSet): SourceReference | null {
  const studyUid = readUid(dataSet, '0020000D');
  const seriesUid = readUid(dataSet, '0020000E');
  const sopClassUid = readUid(dataSet, '00080016');
  const sopInstanceUid = readUid(dataSet, '00080018');
  return studyUid && seriesUid && sopClassUid && sopInstanceUid
    ? { studyUid, seriesUid, sopClassUid, sopInstanceUid }
    : null;
}

/** The fields of a source file that a reader may choose to keep. Throws DicomError. */
export function readPatientFields(dataSet: ParserDataSet): PatientFields {
  const elements = KEPT.flatMap(([tag, vr]): Elements => {
    const element = findElement(dataSet, parserTag(tag));
    if (!element || element.length > 0xfffe) return [];
    const start = element.dataOffset;
    return [[tag, vr, dataSet.byteArray.slice(start, start + element.length)]];
  });
  return { elements, studyUid: readUid(dataSet, '0020000D'), source: readSource(dataSet) };
}
