import { expect, test } from 'vitest';
import { readDicomDirectory } from '../../src/dicom/read-directory.ts';
import { dataSet, dicomFile, element, item, join, type WrittenElement } from './write-dicom.ts';

interface Record {
  readonly type: string;
  readonly file?: string;
  /** Indices of other records. */
  readonly next?: number;
  readonly lower?: number;
}

const long = (value: number) => new Uint8Array(Uint32Array.of(value).buffer);

/** A DICOMDIR whose records name each other by the bytes at which they stand (PS3.3 F.3). */
function directory(records: readonly Record[], first: number): Uint8Array {
  // Twice: once to learn where every record comes to stand.
  let offsets = records.map(() => 0);
  let file = new Uint8Array(0) as Uint8Array;
  for (let pass = 0; pass < 2; pass++) {
    const at = (index: number | undefined) =>
      index === undefined ? 0 : (offsets[index] ?? 0xffff);
    const root = element(['00041200', 'UL', long(at(first))]);
    const items = records.map(({ type, file: id, next, lower }) => {
      const elements: WrittenElement[] = [
        ['00041400', 'UL', long(at(next))],
        ['00041420', 'UL', long(at(lower))],
        ['00041430', 'CS', type],
      ];
      if (id) elements.push(['00041500', 'CS', id]);
      return item(dataSet(elements));
    });
    const head = dicomFile(root).length + 12;
    offsets = items.map(
      (_, i) => head + items.slice(0, i).reduce((sum, { length }) => sum + length, 0),
    );
    file = dicomFile(join(root, element(['00041220', 'SQ', join(...items)])));
  }
  return file;
}

const image = (file: string, next?: number): Record => ({
  type: 'IMAGE',
  file,
  ...(next !== undefined && { next }),
});

test('the tree gives the order, not the place in the file', () => {
  const records = [
    image('A\\ONE', 2),
    { type: 'SERIES', lower: 0 },
    image('A\\TWO'),
    { type: 'PATIENT', lower: 1, next: 4 },
    { type: 'PATIENT', lower: 5 },
    image('B\\THREE', 6),
    { type: 'SR DOCUMENT', file: 'B\\REPORT' },
  ];
  expect(readDicomDirectory(directory(records, 3))).toEqual([
    ['A', 'ONE'],
    ['A', 'TWO'],
    ['B', 'THREE'],
  ]);
});

test('circles end, and links into nowhere are no part of the tree', () => {
  const ring: Record[] = [image('ONE', 1), image('TWO', 0)];
  expect(readDicomDirectory(directory(ring, 0))).toEqual([['ONE'], ['TWO']]);
  const self: Record[] = [{ type: 'IMAGE', file: 'ONE', next: 0, lower: 0 }];
  expect(readDicomDirectory(directory(self, 0))).toEqual([['ONE']]);
  expect(readDicomDirectory(directory([image('ONE', 9)], 0))).toEqual([['ONE']]);
  expect(readDicomDirectory(directory([image('ONE')], 7))).toEqual([]);
});

test('ten thousand pictures are walked through without deep calls', () => {
  const records = Array.from({ length: 10_000 }, (_, i) => image(`F${i}`, i + 1));
  const files = readDicomDirectory(directory(records, 0));
  expect(files).toHaveLength(10_000);
  expect(files.at(-1)).toEqual(['F9999']);
});

test('a film is no directory', () => {
  expect(() => readDicomDirectory(dicomFile(dataSet([['00280010', 'US', [2]]])))).toThrow(
    'holds no film',
  );
});
