import fc from 'fast-check';
import type { Mask } from '../../src/imaging/film.ts';

/** Masks up to 14 x 14 of independent pixels: rich in holes, diagonals and border contacts. */
export const anyMask: fc.Arbitrary<Mask> = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }))
  .chain(([width, height]) =>
    fc
      .array(fc.constantFrom(0, 1), { minLength: width * height, maxLength: width * height })
      .map((pixels) => ({ width, height, data: Uint8Array.from(pixels) })),
  );

/** A mask drawn with '#' inside. */
export function drawn(...rows: string[]): Mask {
  const width = rows[0]?.length ?? 0;
  const data = Uint8Array.from(rows.join(''), (pixel) => (pixel === '#' ? 1 : 0));
  return { width, height: rows.length, data };
}
