/** An element to write: its tag as in "00280010", its value representation, its value. */
export type WrittenElement = readonly [
  tag: string,
  vr: string,
  value: string | readonly number[] | Uint8Array | readonly (readonly WrittenElement[])[],
];

const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OW', 'SQ', 'UC', 'UN', 'UR', 'UT']);
const UNDEFINED = 0xffffffff;

function tagBytes(tag: string): number[] {
  const group = Number.parseInt(tag.slice(0, 4), 16);
  const element = Number.parseInt(tag.slice(4), 16);
  return [group & 255, group >> 8, element & 255, element >> 8];
}

const uint32 = (value: number) => [...new Uint8Array(Uint32Array.of(value).buffer)];

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** An item of a sequence (PS3.5 7.5). */
export function item(content: Uint8Array, length = content.length): Uint8Array {
  return join(Uint8Array.of(0xfe, 0xff, 0, 0xe0, ...uint32(length)), content);
}

function valueBytes(vr: string, value: WrittenElement[2]): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string') return new TextEncoder().encode(value);
  if (vr === 'SQ') {
    return join(
      ...(value as readonly WrittenElement[][]).map((elements) => item(dataSet(elements))),
    );
  }
  const words = Int16Array.from(value as readonly number[]);
  return new Uint8Array(words.buffer);
}

/** One element, explicit little endian; `length` lies about its length. */
export function element([tag, vr, value]: WrittenElement, length?: number): Uint8Array {
  const raw = valueBytes(vr, value);
  const padded = raw.length % 2 ? join(raw, Uint8Array.of(vr === 'UI' ? 0 : 32)) : raw;
  const count = length ?? padded.length;
  const name = [...tagBytes(tag), vr.charCodeAt(0), vr.charCodeAt(1)];
  const head = LONG.has(vr) ? [0, 0, ...uint32(count)] : [count & 255, count >> 8];
  return join(Uint8Array.of(...name, ...head), padded);
}

export function dataSet(elements: readonly WrittenElement[]): Uint8Array {
  return join(...elements.map((written) => element(written)));
}

/** Encapsulated pixel data: an empty offset table and the fragments (PS3.5 A.4). */
export function packedPixels(...fragments: readonly Uint8Array[]): Uint8Array {
  return join(
    element(['7FE00010', 'OB', new Uint8Array(0)], UNDEFINED),
    item(new Uint8Array(0)),
    ...fragments.map((fragment) => item(fragment)),
    Uint8Array.of(0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0),
  );
}

export const EXPLICIT = '1.2.840.10008.1.2.1';

/** A file with its preamble and file meta information, and the data set's bytes behind them. */
export function dicomFile(body: Uint8Array, syntax = EXPLICIT): Uint8Array {
  const preamble = join(new Uint8Array(128), new TextEncoder().encode('DICM'));
  return join(preamble, element(['00020010', 'UI', syntax]), body);
}

/** A grey film of 2 rows and 3 columns, 12 bits: 0, 1000, 2000, 3000, 4000, 4095. */
export const FILM: readonly WrittenElement[] = [
  ['00080060', 'CS', 'DX'],
  ['00280002', 'US', [1]],
  ['00280004', 'CS', 'MONOCHROME2'],
  ['00280010', 'US', [2]],
  ['00280011', 'US', [3]],
  ['00280100', 'US', [16]],
  ['00280101', 'US', [12]],
  ['00280102', 'US', [11]],
  ['00280103', 'US', [0]],
  ['7FE00010', 'OW', [0, 1000, 2000, 3000, 4000, 4095]],
];

/** The film's elements in their order, with others added or put in place of its own. */
export function filmWith(...changes: readonly WrittenElement[]): readonly WrittenElement[] {
  const changed = new Set(changes.map(([tag]) => tag));
  const all = [...FILM.filter(([tag]) => !changed.has(tag)), ...changes];
  return all.sort(([a], [b]) => (a < b ? -1 : 1));
}

export function filmFile(...changes: readonly WrittenElement[]): Uint8Array {
  return dicomFile(dataSet(filmWith(...changes)));
}
