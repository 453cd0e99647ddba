import { seededRandom } from '../../src/imaging/synthetic/seeded-random.ts';

/** The value below which a share `q` of sorted values lies, interpolated (numpy's default). */
export function quantile(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (high - low) * (at - Math.floor(at));
}

function splitByGroup<Item extends { readonly group: string }>(items: readonly Item[]): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.group);
    if (group) group.push(item);
    else groups.set(item.group, [item]);
  }
  return [...groups.values()];
}

export interface BootstrapOptions {
  readonly samples: number;
  readonly seed: number;
}

export type Interval = readonly [low: number, high: number];

/**
 * 95 % percentile intervals of several figures at once. Whole groups (patients) are drawn with
 * replacement, since films of one patient do not vary independently. A figure that a sample does
 * not determine (null) is left out of that sample; an interval is null where none determined it.
 */
export function bootstrapByGroup<Item extends { readonly group: string }, Name extends string>(
  items: readonly Item[],
  figures: (sample: readonly Item[]) => Record<Name, number | null>,
  { samples, seed }: BootstrapOptions,
): Record<Name, Interval | null> {
  const groups = splitByGroup(items);
  const random = seededRandom(seed);
  const drawn = Array.from({ length: samples }, () => {
    const sample: Item[] = [];
    for (let k = 0; k < groups.length; k++) {
      sample.push(...(groups[Math.floor(random() * groups.length)] as Item[]));
    }
    return figures(sample);
  });
  const names = Object.keys(figures(items)) as Name[];
  return Object.fromEntries(
    names.map((name) => {
      const values = drawn.map((one) => one[name]).filter((value) => value !== null);
      if (values.length === 0) return [name, null];
      const sorted = values.sort((a, b) => a - b);
      return [name, [quantile(sorted, 0.025), quantile(sorted, 0.975)]];
    }),
  ) as Record<Name, Interval | null>;
}
