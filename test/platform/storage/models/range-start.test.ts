import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rangeStart } from '../../../../src/platform/storage/models/content-range.ts';

it('reads the first byte of every valid Content-Range', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (start, length) => {
      const end = start + length;
      expect(rangeStart(`bytes ${start}-${end}/${end + 1}`)).toBe(start);
      expect(rangeStart(`bytes ${start}-${end}/*`)).toBe(start);
    }),
  );
});

it.each([null, '', 'bytes */100', 'lines 1-2/3', 'bytes 1-2', 'bytes -1-2/3'])(
  'takes %j for none',
  (header) => {
    expect(rangeStart(header)).toBeNull();
  },
);
