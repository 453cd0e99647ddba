import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWindowName, type WindowKind, windowName } from '../../src/dicom/window-name.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const window: fc.Arbitrary<WindowKind> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('linear' as const, 'exact' as const, 'sigmoid' as const),
    centre: number,
    width: number,
  }),
  fc.record({ kind: fc.constant('range' as const), low: number, high: number }),
  fc.constant({ kind: 'table' as const }),
);

describe('windowName', () => {
  it('is read back, with whatever the file says of the window', () => {
    const explanation = fc.option(fc.string({ minLength: 1, maxLength: 64 }));
    fc.assert(
      fc.property(window, explanation, (one, text) => {
        expect(readWindowName(windowName(one, text))).toEqual({ window: one, explanation: text });
      }),
    );
  });

  it('takes the first 64 characters of a long explanation', () => {
    expect(windowName({ kind: 'table' }, 'x'.repeat(100))).toBe(`Lookup table (${'x'.repeat(64)})`);
  });

  it('does not read what it did not write', () => {
    expect(readWindowName('Fenster 40/400')).toEqual({ window: null, explanation: null });
  });
});
