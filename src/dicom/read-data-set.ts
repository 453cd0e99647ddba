import { CodedError } from '../errors/coded-error.ts';
import { boundedStream } from './bounded-stream.ts';
import { corruptDicom } from './dicom-error.ts';
import { inflateDataSet } from './inflate-data-set.ts';
import { type ParserDataSet, type ParserElement, parser } from './parser.ts';
import { hasPreamble, hasVr } from './sniff-dicom.ts';
import { TAG } from './tags.ts';
import {
  EXPLICIT_BIG,
  EXPLICIT_LITTLE,
  IMPLICIT_LITTLE,
  type TransferSyntax,
  transferSyntax,
} from './transfer-syntax.ts';

export interface ReadDataSet {
  /** Everything before the pixels; the pixel data element itself is found but not read. */
  readonly dataSet: ParserDataSet;
  readonly syntax: TransferSyntax;
}

const PREAMBLE = 132;

interface Meta {
  /** The transfer syntax. */
  readonly uid: string | null;
  /** The class of what the file holds (PS3.4 B.5, PS3.10 7.1). */
  readonly mediaClass: string | null;
  readonly end: number;
}

/** The file meta information, always explicit little endian (PS3.10 7.1), and where it ends. */
function readMeta(bytes: Uint8Array, start: number): Meta {
  let end = start;
  const elements: Record<string, ParserElement> = {};
  const isMeta = () => bytes[end] === 2 && bytes[end + 1] === 0;
  if (!isMeta()) return { uid: null, mediaClass: null, end };
  const stream = boundedStream(bytes, start, parser.littleEndianByteArrayParser);
  while (isMeta()) {
    const element = parser.readDicomElementExplicit(stream, []);
    elements[element.tag] = element;
    end = stream.position;
  }
  const meta = new parser.DataSet(parser.littleEndianByteArrayParser, bytes, elements);
  const text = (tag: string) => meta.string(tag)?.trim() || null;
  return { uid: text(TAG.transferSyntax), mediaClass: text(TAG.mediaClass), end };
}

/** The class of what a DICOM file holds, by its first bytes alone; null where they do not say. */
export function readMediaClass(head: Uint8Array): string | null {
  try {
    return readMeta(head, hasPreamble(head) ? PREAMBLE : 0).mediaClass;
  } catch {
    return null;
  }
}

/** What the first element at `at` looks like, for files that name no transfer syntax. */
function guessSyntax(bytes: Uint8Array, at: number): string {
  if (!hasVr(bytes, at)) return IMPLICIT_LITTLE;
  return bytes[at] === 0 ? EXPLICIT_BIG : EXPLICIT_LITTLE;
}

/** Some writers name one little-endian syntax and use the other; the first element tells. */
function isExplicit(bytes: Uint8Array, at: number, syntax: TransferSyntax): boolean {
  if (syntax.packing !== 'native' || !syntax.littleEndian) return syntax.explicit;
  return hasVr(bytes, at);
}

function parse(bytes: Uint8Array): ReadDataSet {
  const { uid, end } = readMeta(bytes, hasPreamble(bytes) ? PREAMBLE : 0);
  if (end >= bytes.length) throw corruptDicom('ends-early');
  const syntax = transferSyntax(uid ?? guessSyntax(bytes, end));
  const body = syntax.deflated ? inflateDataSet(bytes.subarray(end)) : bytes;
  const at = syntax.deflated ? 0 : end;
  if (at >= body.length) throw corruptDicom('ends-early');

  const endian = syntax.littleEndian
    ? parser.littleEndianByteArrayParser
    : parser.bigEndianByteArrayParser;
  const dataSet = new parser.DataSet(endian, body, {});
  const stream = boundedStream(body, at, endian);
  const explicit = isExplicit(body, at, syntax);
  const read = explicit ? parser.parseDicomDataSetExplicit : parser.parseDicomDataSetImplicit;
  read(Object.assign(dataSet, { warnings: [] }), stream, body.length, { untilTag: TAG.pixelData });
  return { dataSet, syntax };
}

/**
 * A DICOM file's elements up to its pixels, with or without a preamble and file meta information.
 * Throws DicomError.
 */
export function readDataSet(bytes: Uint8Array): ReadDataSet {
  try {
    return parse(bytes);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    // The parser throws strings, and a RangeError where sequences are nested without end.
    throw corruptDicom('elements-senseless', { cause: error });
  }
}
