import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStrings } from '../../../src/dicom/element-values.ts';
import { readDataSet } from '../../../src/dicom/read-data-set.ts';
import { ascii } from '../../../src/dicom/write/ascii.ts';
import { type Elements, encodeElements } from '../../../src/dicom/write/element.ts';
import { uidFromUuid } from '../../../src/dicom/write/uid.ts';
import { writeFile } from '../../../src/dicom/write/write-file.ts';

const hex = (elements: Elements) => Buffer.from(encodeElements(elements)).toString('hex');
const bytes = (text: string) => Buffer.from(text).toString('hex');

describe('elements in explicit VR, little endian', () => {
  it('writes tag, representation, length and value (PS3.5 7.1.2)', () => {
    expect(hex([['00280010', 'US', 0x1234]])).toBe(`28001000${bytes('US')}02003412`);
    expect(hex([['00020000', 'UL', 0x01020304]])).toBe(`02000000${bytes('UL')}040004030201`);
    expect(hex([['7FE00010', 'OB', Uint8Array.of(1, 2)]])).toBe(
      `e07f1000${bytes('OB')}0000020000000102`,
    );
  });

  it('makes lengths even: texts with a blank, identifiers and bytes with a zero', () => {
    expect(hex([['00080060', 'CS', 'ABC']])).toBe(`08006000${bytes('CS')}0400${bytes('ABC ')}`);
    expect(hex([['00080018', 'UI', '1.2']])).toBe(`08001800${bytes('UI')}0400${bytes('1.2\0')}`);
    expect(hex([['7FE00010', 'OB', Uint8Array.of(9)]])).toBe(
      `e07f1000${bytes('OB')}0000020000000900`,
    );
  });

  it('writes sequences of items with explicit lengths (PS3.5 7.5)', () => {
    const inner = `08006000${bytes('CS')}0200${bytes('OT')}`;
    expect(hex([['0040A730', 'SQ', [[['00080060', 'CS', 'OT']], []]]])).toBe(
      `400030a7${bytes('SQ')}00001a000000feff00e00a000000${inner}feff00e000000000`,
    );
  });

  it('sorts by tag and refuses one that comes twice', () => {
    const sorted = hex([
      ['00080060', 'CS', 'OT'],
      ['00100020', 'LO', ''],
    ]);
    expect(
      hex([
        ['00100020', 'LO', ''],
        ['00080060', 'CS', 'OT'],
      ]),
    ).toBe(sorted);
    expect(() =>
      encodeElements([
        ['00080060', 'CS', 'OT'],
        ['00080060', 'CS', 'SR'],
      ]),
    ).toThrow('00080060 comes twice');
  });

  it('refuses values that their representation cannot hold', () => {
    expect(() => encodeElements([['00080060', 'CS', 'SEVENTEEN LETTERS']])).toThrow(/too long/);
    expect(() => encodeElements([['00080008', 'CS', 'DERIVED\\SEVENTEEN LETTERS']])).toThrow();
    expect(() => encodeElements([['0008006', 'CS', 'OT']])).toThrow(/no tag/);
    expect(() => encodeElements([['00204000', 'LT', 'é']])).toThrow(/not ASCII/);
    expect(() => encodeElements([['00080008', 'CS', 'DERIVED\\SECONDARY']])).not.toThrow();
  });

  it('writes texts that a reader finds again', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcXYZ 0123456789._-'), maxLength: 64 });
    fc.assert(
      fc.property(text, text, (comment, name) => {
        const file = writeFile('1.2', '1.3', [
          ['00204000', 'LT', comment],
          ['00100020', 'LO', name],
        ]);
        const { dataSet } = readDataSet(file);
        expect(readStrings(dataSet, 'x00204000')).toEqual(comment.trim() ? [comment.trim()] : []);
        expect(readStrings(dataSet, 'x00100020')).toEqual(name.trim() ? [name.trim()] : []);
        expect(readStrings(dataSet, 'x00080018')).toEqual(['1.3']);
      }),
    );
  });
});

describe('our own texts', () => {
  it('stay within the default repertoire', () => {
    expect(ascii('Neumonía\n vírica \\ 0–1 ≥ 中')).toBe('Neumonia virica / 0?1 ? ?');
    expect(ascii('abcdef', 3)).toBe('abc');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(ascii(text)).toMatch(/^[\x20-\x5b\x5d-\x7e]*$/);
      }),
    );
  });
});

describe('identifiers below 2.25', () => {
  it('are the UUID as a decimal number, as in the example of PS3.5 B.2', () => {
    expect(uidFromUuid('f81d4fae-7dec-11d0-a765-00a0c91e6bf6')).toBe(
      '2.25.329800735698586629295641978511506172918',
    );
  });

  it('have at most 64 characters and no leading zeros', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(uidFromUuid(uuid)).toMatch(/^2\.25\.(0|[1-9]\d{0,38})$/);
      }),
    );
    expect(() => uidFromUuid('no-uuid')).toThrow(RangeError);
  });
});
