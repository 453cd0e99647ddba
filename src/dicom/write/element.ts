/** An item of a sequence, or a whole data set: its elements in any order. */
export type Elements = readonly WritableElement[];

/**
 * An element to be written: its tag as in "00280010", its value representation, its value. Strings
 * are ASCII, which every character set contains; several values are already joined by backslashes.
 */
type WritableElement =
  | readonly [tag: string, vr: TextVr, value: string]
  | readonly [tag: string, vr: 'US' | 'UL', value: number]
  /** A value as it was found in another file, untouched. */
  | readonly [tag: string, vr: TextVr | 'OB', value: Uint8Array]
  | readonly [tag: string, vr: 'SQ', value: readonly Elements[]];

/** Longest value in characters (PS3.5 table 6.2-1); for several values, of each. */
const LONGEST = {
  AE: 16,
  AS: 4,
  CS: 16,
  DA: 8,
  DS: 16,
  DT: 26,
  IS: 12,
  LO: 64,
  LT: 10_240,
  PN: 324,
  SH: 16,
  ST: 1024,
  TM: 16,
  UC: Number.POSITIVE_INFINITY,
  UI: 64,
  UT: Number.POSITIVE_INFINITY,
} as const;

export type TextVr = keyof typeof LONGEST;

/** These have two reserved bytes and a length of four (PS3.5 7.1.2). */
const LONG_FORM: ReadonlySet<string> = new Set(['OB', 'SQ', 'UC', 'UT']);
/** Text in which a backslash is a character, not the border between two values (PS3.5 6.2). */
const ONE_VALUE: ReadonlySet<string> = new Set(['LT', 'ST', 'UT']);

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function uint16(value: number): number[] {
  return [value & 255, (value >> 8) & 255];
}

function uint32(value: number): number[] {
  return [...uint16(value & 0xffff), ...uint16(value >>> 16)];
}

function tagBytes(tag: string): number[] {
  if (!/^[0-9A-F]{8}$/.test(tag)) throw new RangeError(`"${tag}" is no tag`);
  return [
    ...uint16(Number.parseInt(tag.slice(0, 4), 16)),
    ...uint16(Number.parseInt(tag.slice(4), 16)),
  ];
}

/** Throws RangeError for a character beyond ASCII. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0) as number;
    if (code > 0x7e) throw new RangeError(`"${text}" is not ASCII`);
    return code;
  });
}

function textBytes(tag: string, vr: TextVr, value: string): Uint8Array {
  const values = ONE_VALUE.has(vr) ? [value] : value.split('\\');
  const long = values.find((one) => one.length > LONGEST[vr]);
  if (long !== undefined) throw new RangeError(`${tag}: "${long}" is too long for ${vr}`);
  return asciiBytes(value);
}

function itemBytes(elements: Elements): Uint8Array {
  const content = encodeElements(elements);
  return concat([Uint8Array.of(0xfe, 0xff, 0x00, 0xe0, ...uint32(content.length)), content]);
}

function valueBytes([tag, vr, value]: WritableElement): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'number')
    return Uint8Array.from(vr === 'US' ? uint16(value) : uint32(value));
  if (typeof value === 'string') return textBytes(tag, vr as TextVr, value);
  return concat(value.map(itemBytes));
}

/** Every value has an even length: texts end in a blank, identifiers and bytes in a zero. */
function padded(vr: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length % 2 === 0) return bytes;
  return concat([bytes, Uint8Array.of(vr === 'UI' || vr === 'OB' ? 0 : 0x20)]);
}

function encodeElement(element: WritableElement): Uint8Array {
  const [tag, vr] = element;
  const value = padded(vr, valueBytes(element));
  const long = LONG_FORM.has(vr);
  if (!long && value.length > 0xffff) throw new RangeError(`${tag} is too long for ${vr}`);
  const length = long ? [0, 0, ...uint32(value.length)] : uint16(value.length);
  const head = [...tagBytes(tag), vr.charCodeAt(0), vr.charCodeAt(1), ...length];
  return concat([Uint8Array.from(head), value]);
}

/**
 * Elements as bytes in explicit VR, little endian (PS3.5 7.1.2 and A.2), in the order of their tags;
 * sequences and items have explicit lengths. Throws RangeError for a tag that comes twice and for a
 * value that its representation cannot hold.
 */
export function encodeElements(elements: Elements): Uint8Array<ArrayBuffer> {
  const sorted = [...elements].sort(([a], [b]) => (a < b ? -1 : 1));
  const twice = sorted.find(([tag], i) => sorted[i + 1]?.[0] === tag);
  if (twice) throw new RangeError(`${twice[0]} comes twice`);
  return concat(sorted.map(encodeElement));
}
