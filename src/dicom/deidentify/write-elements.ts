import type { ParserDataSet, ParserElement } from '../parser.ts';

/** How a data set's elements are written: as the file that they come from has them. */
export interface Encoding {
  readonly explicit: boolean;
  readonly littleEndian: boolean;
}

/** Value representations with four bytes of length (PS3.5 table 7.1-1). */
const LONG = new Set('OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' '));

const UNDEFINED_LENGTH = 0xffffffff;

function isLong(vr: string, { explicit }: Encoding): boolean {
  return explicit && LONG.has(vr);
}

/** Tag, value representation and length (PS3.5 7.1). */
function header(tag: string, vr: string, length: number, encoding: Encoding): Uint8Array {
  const { explicit, littleEndian } = encoding;
  const long = isLong(vr, encoding);
  const view = new DataView(new ArrayBuffer(long ? 12 : 8));
  view.setUint16(0, Number.parseInt(tag.slice(1, 5), 16), littleEndian);
  view.setUint16(2, Number.parseInt(tag.slice(5), 16), littleEndian);
  if (explicit) {
    view.setUint8(4, vr.charCodeAt(0));
    view.setUint8(5, vr.charCodeAt(1));
  }
  if (explicit && !long) view.setUint16(6, length, littleEndian);
  else view.setUint32(long ? 8 : 4, length, littleEndian);
  return new Uint8Array(view.buffer);
}

/** An element with a text of ASCII characters, padded to an even length (PS3.5 6.2). */
export function textElement(tag: string, vr: string, text: string, encoding: Encoding) {
  const padded = text.length % 2 === 0 ? text : text + (vr === 'UI' ? '\0' : ' ');
  const value = Uint8Array.from(padded, (char) => char.charCodeAt(0));
  return [header(tag, vr, value.length, encoding), value];
}

/** An element of the file, header and value, byte for byte. */
function copyElement({ byteArray }: ParserDataSet, element: ParserElement, encoding: Encoding) {
  const start = element.dataOffset - (isLong(element.vr ?? '', encoding) ? 12 : 8);
  return byteArray.subarray(start, element.dataOffset + element.length);
}

const ITEM = 'xfffee000';
const ITEM_END = 'xfffee00d';
const SEQUENCE_END = 'xfffee0dd';

/** Item tags have no value representation in any encoding (PS3.5 7.5). */
function delimiter(tag: string, length: number, { littleEndian }: Encoding): Uint8Array {
  return header(tag, '', length, { explicit: false, littleEndian });
}

/** A sequence, its items with their kept elements alone, at any depth. */
function keepSequence(element: ParserElement, encoding: Encoding, kept: ReadonlySet<string>) {
  const items = (element.items ?? []).flatMap(({ dataSet }) =>
    dataSet
      ? [
          delimiter(ITEM, UNDEFINED_LENGTH, encoding),
          ...keepElements(dataSet, encoding, kept).flatMap(({ bytes }) => bytes),
          delimiter(ITEM_END, 0, encoding),
        ]
      : [],
  );
  return [
    header(element.tag, 'SQ', UNDEFINED_LENGTH, encoding),
    ...items,
    delimiter(SEQUENCE_END, 0, encoding),
  ];
}

export interface WrittenElement {
  readonly tag: string;
  readonly bytes: readonly Uint8Array[];
}

/** A data set's elements that stay, pixels aside, in the order of their tags. */
export function keepElements(
  dataSet: ParserDataSet,
  encoding: Encoding,
  kept: ReadonlySet<string>,
): WrittenElement[] {
  return Object.values(dataSet.elements)
    .filter(({ tag }) => kept.has(tag))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
    .map((element) => ({
      tag: element.tag,
      bytes: element.items
        ? keepSequence(element, encoding, kept)
        : [copyElement(dataSet, element, encoding)],
    }));
}
