import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, writeCsv } from '../../../src/platform/export/write-csv.ts';
import { readCsv } from './read-csv.ts';

describe('a table as CSV', () => {
  it('follows RFC 4180, with a byte order mark', () => {
    expect(writeCsv([['a', 'b,c', 'd"e', 'f\ng', '', null, 1.5, -2, true]])).toBe(
      '\uFEFFa,"b,c","d""e","f\ng",,,1.5,-2,true\r\n',
    );
  });

  it('keeps spreadsheets from running a text', () => {
    const risky = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://a","b")'];
    const rows = readCsv(writeCsv(risky.map((text) => [text])));
    expect(rows).toEqual(risky.map((text) => [`'${text}`]));
  });

  it('gives every text back that begins harmlessly', () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => !/^[=+\-@\t\r]/.test(one));
    const table = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows: Cell[][]) => {
        expect(readCsv(writeCsv(rows))).toEqual(rows);
      }),
    );
  });
});
