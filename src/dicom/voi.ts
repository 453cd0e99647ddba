import { voiLinear } from '../imaging/voi-linear.ts';
import { findElement, readItems, readNumbers, readString, readStrings } from './element-values.ts';
import { scopeOf } from './first-frame-scopes.ts';
import { type LookupTable, lookUp, readLookupTable } from './lookup-table.ts';
import type { ParserDataSet } from './parser.ts';
import { TAG } from './tags.ts';
import { windowName } from './window-name.ts';

/** A way to choose the values of interest (PS3.3 C.11.2), by its name. */
export interface Voi {
  readonly name: string;
  /** A value of the modality's -> 0 to 1. */
  readonly apply: (value: number) => number;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** PS3.3 C.11.2.1.3.2. `width` is above 0. */
export function linearExact(centre: number, width: number): Voi['apply'] {
  return (x) => clamp((x - centre) / width + 0.5);
}

/** PS3.3 C.11.2.1.3.1. `width` is above 0. */
export function sigmoid(centre: number, width: number): Voi['apply'] {
  return (x) => 1 / (1 + Math.exp((-4 * (x - centre)) / width));
}

const FUNCTIONS = {
  LINEAR: { make: voiLinear, narrowest: 1, kind: 'linear' },
  LINEAR_EXACT: { make: linearExact, narrowest: Number.MIN_VALUE, kind: 'exact' },
  SIGMOID: { make: sigmoid, narrowest: Number.MIN_VALUE, kind: 'sigmoid' },
} as const;

/** Windows that make no sense (no numbers, no width) are left out. */
function readWindows(scope: ParserDataSet): Voi[] {
  const centres = readNumbers(scope, TAG.windowCentre);
  const widths = readNumbers(scope, TAG.windowWidth);
  const explanations = readStrings(scope, TAG.windowExplanation);
  const wanted = readString(scope, TAG.voiFunction)?.toUpperCase();
  const { make, narrowest, kind } = FUNCTIONS[wanted as keyof typeof FUNCTIONS] ?? FUNCTIONS.LINEAR;
  return centres.flatMap((centre, index) => {
    const width = widths[index] ?? Number.NaN;
    if (!Number.isFinite(centre) || !Number.isFinite(width) || width < narrowest) return [];
    const name = windowName({ kind, centre, width }, explanations[index]);
    return { name, apply: make(centre, width) };
  });
}

function byTable(table: LookupTable): Voi['apply'] {
  const top = 2 ** table.bits - 1;
  return (x) => clamp(lookUp(table, x) / top);
}

function readTables(scope: ParserDataSet, signed: boolean): Voi[] {
  const tags = { descriptor: TAG.lutDescriptor, data: TAG.lutData };
  return readItems(scope, TAG.voiLut)
    .filter((item) => findElement(item, tags.descriptor) && findElement(item, tags.data))
    .map((item) => ({
      name: windowName({ kind: 'table' }, readString(item, TAG.lutExplanation)),
      apply: byTable(readLookupTable(item, tags, signed)),
    }));
}

/**
 * Every window and lookup table of the film, tables first: a film that has both offers them as
 * alternatives (PS3.3 C.11.2.1), and the table is what the maker shaped for it.
 * `signed` says that the modality's values can be negative.
 */
export function readVois(scopes: readonly ParserDataSet[], signed: boolean): Voi[] {
  return [
    ...readTables(scopeOf(scopes, TAG.voiLut), signed),
    ...readWindows(scopeOf(scopes, TAG.windowCentre)),
  ];
}

/** For films without any: all the values that occur, `low` black and `high` white. */
export function fullRange(low: number, high: number): Voi {
  const span = high - low || 1;
  return {
    name: windowName({ kind: 'range', low, high }),
    apply: (x) => clamp((x - low) / span),
  };
}
