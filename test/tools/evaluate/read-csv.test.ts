import { expect, test } from 'vitest';
import { readCsv } from '../../../tools/evaluate/read-csv.ts';

test('quoted fields hold commas, quotes and line breaks', () => {
  expect(readCsv('id,note,mask\n1,"a, ""b""\nc",\r\n2,,x\n')).toEqual([
    { id: '1', note: 'a, "b"\nc', mask: '' },
    { id: '2', note: '', mask: 'x' },
  ]);
  expect(readCsv('a,b\n1,')).toEqual([{ a: '1', b: '' }]);
});

test('a row of the wrong length and a stray quote are errors', () => {
  expect(() => readCsv('a,b\n1,2\n3\n')).toThrow('row 3 has 1 fields');
  expect(() => readCsv('a,b\n1,"2')).toThrow('stray quote');
  expect(() => readCsv('a,b\n1,"2"3\n')).toThrow('stray quote');
});
