import { corruptDicom } from './dicom-error.ts';
import { findElement, readShort } from './element-values.ts';
import type { ParserDataSet } from './parser.ts';

/** A table from integers on to values of 0 to `2 ** bits - 1` (PS3.3 C.11.1.1, C.11.2.1.1, C.7.6.3.1.5). */
export interface LookupTable {
  /** The input that the first entry answers; inputs outside get the entry at that end. */
  readonly first: number;
  readonly bits: number;
  readonly entries: Uint16Array;
}

/**
 * Reads a table from its descriptor (entries, first input, bits) and its data.
 * `signed` says how the first input is to be read where its value representation does not.
 */
export function readLookupTable(
  dataSet: ParserDataSet,
  tags: { readonly descriptor: string; readonly data: string },
  signed: boolean,
): LookupTable {
  const { vr } = findElement(dataSet, tags.descriptor) ?? {};
  // 0 stands for 65,536 entries.
  const count = readShort(dataSet, tags.descriptor) || 65_536;
  const first = readShort(dataSet, tags.descriptor, {
    index: 1,
    signed: vr === 'SS' || (vr !== 'US' && signed),
  });
  const bits = readShort(dataSet, tags.descriptor, { index: 2 });
  const data = findElement(dataSet, tags.data);
  if (first === null || bits === null || !data) throw corruptDicom('table-incomplete');
  if (bits < 8 || bits > 16) throw corruptDicom({ code: 'table-bits', params: { bits } });

  const { byteArray, byteArrayParser } = dataSet;
  const at = data.dataOffset;
  const entries = new Uint16Array(count);
  if (data.length >= 2 * count) {
    for (let i = 0; i < count; i++) entries[i] = byteArrayParser.readUint16(byteArray, at + 2 * i);
  } else if (bits === 8 && data.length >= count) {
    // Two 8-bit entries in a word, the first in its low byte.
    for (let i = 0; i < count; i++) entries[i] = byteArray[at + i] as number;
  } else throw corruptDicom('table-ends-early');
  return { first, bits, entries };
}

/** The entry that answers `input`; fractions are cut off. */
export function lookUp({ first, entries }: LookupTable, input: number): number {
  const index = Math.min(entries.length - 1, Math.max(0, Math.floor(input - first)));
  return entries[index] as number;
}
