import fc from 'fast-check';
import type { SeedFile } from './seed-files.ts';

/** A damaged file, and how it came about. */
export interface FuzzCase {
  readonly file: string;
  readonly damage: string;
  readonly bytes: Uint8Array;
}

type Mutate = (bytes: Uint8Array) => Uint8Array;

const place = fc.nat({ max: 0x7fffffff });
const from = (at: number, bytes: Uint8Array) => (bytes.length === 0 ? 0 : at % bytes.length);

const cut = place.map(
  (at): Mutate =>
    (bytes) =>
      bytes.slice(0, from(at, bytes)),
);

/** Bits anywhere, or in the last two thirds, where the packed pixels are. */
const flips = (share: number) =>
  fc.array(fc.tuple(place, fc.nat({ max: 7 })), { minLength: 1, maxLength: 6 }).map(
    (all): Mutate =>
      (bytes) => {
        const out = bytes.slice();
        const start = Math.floor(bytes.length * share);
        for (const [at, bit] of all) {
          const where = start + (at % Math.max(1, bytes.length - start));
          out[where] = (out[where] ?? 0) ^ (1 << bit);
        }
        return out;
      },
  );

/** Numbers that lengths, counts and offsets should not be. */
const EXTREMES = [
  [0, 0],
  [0xff, 0xff],
  [0xff, 0x7f],
  [0, 0, 0, 0],
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0x7f, 0xff, 0xff, 0xff],
  [0xfe, 0xff, 0xff, 0xff],
  Array(8).fill(0xff),
  Array(9).fill(0xff),
];

const extremes = fc
  .array(fc.tuple(place, fc.constantFrom(...EXTREMES), fc.boolean()), {
    minLength: 1,
    maxLength: 3,
  })
  .map(
    (all): Mutate =>
      (bytes) => {
        const out = bytes.slice();
        for (const [at, value, early] of all) {
          // Headers are where such numbers matter most.
          const where = from(at, early ? bytes.subarray(0, 400) : bytes);
          out.set(value.slice(0, out.length - where), where);
        }
        return out;
      },
  );

const noise = fc.tuple(place, fc.uint8Array({ maxLength: 600 })).map(
  ([at, rest]): Mutate =>
    (bytes) => {
      const kept = bytes.subarray(0, from(at, bytes));
      return Uint8Array.of(...kept.subarray(0, 2000), ...rest);
    },
);

const repeat = fc.tuple(place, place, fc.integer({ min: 1, max: 400 })).map(
  ([to, at, length]): Mutate =>
    (bytes) => {
      const piece = bytes.slice(from(at, bytes), from(at, bytes) + length);
      const where = from(to, bytes);
      return Uint8Array.from([...bytes.subarray(0, where), ...piece, ...bytes.subarray(where)]);
    },
);

const drop = fc.tuple(place, fc.integer({ min: 1, max: 200 })).map(
  ([at, length]): Mutate =>
    (bytes) => {
      const where = from(at, bytes);
      return Uint8Array.from([...bytes.subarray(0, where), ...bytes.subarray(where + length)]);
    },
);

const DAMAGES: Readonly<Record<string, fc.Arbitrary<Mutate>>> = {
  cut,
  'flipped bits': flips(0),
  'flipped late bits': flips(1 / 3),
  'extreme numbers': extremes,
  'random bytes behind a true beginning': noise,
  'a piece repeated': repeat,
  'a piece missing': drop,
};

/** The beginning of one file and the end of another: wrong magic numbers, and headers of other pixels. */
function spliced(files: readonly SeedFile[], others: readonly SeedFile[]): fc.Arbitrary<FuzzCase> {
  return fc
    .tuple(fc.constantFrom(...files), fc.constantFrom(...others), place, place)
    .map(([one, other, end, start]) => ({
      file: one.name,
      damage: 'spliced with another file',
      bytes: Uint8Array.from([
        ...one.bytes.subarray(0, from(end, one.bytes)),
        ...other.bytes.subarray(from(start, other.bytes)),
      ]),
    }));
}

/** Damaged files of one format; `others` are of any format. */
export function damagedFiles(
  files: readonly SeedFile[],
  others: readonly SeedFile[],
): fc.Arbitrary<FuzzCase> {
  const mutated = Object.entries(DAMAGES).map(([damage, mutate]) =>
    fc
      .tuple(fc.constantFrom(...files), mutate)
      .map(([{ name, bytes }, change]): FuzzCase => ({ file: name, damage, bytes: change(bytes) })),
  );
  return fc.oneof(...mutated, spliced(files, others));
}
