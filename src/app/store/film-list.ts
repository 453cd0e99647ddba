import { type Counted, type FilmCounts, recount } from './film-counts.ts';
import type { FilmEntry } from './film-state.ts';

/** How many entries or parts a part has at most. */
const WIDTH = 32;

/** At the bottom entries, above them parts of equal height. */
type Part = readonly (FilmEntry | Part)[];

export interface FilmChange {
  /** Null for a film that came. */
  readonly before: FilmEntry | null;
  /** Null for a film that was taken away. */
  readonly after: FilmEntry | null;
}

/** Which slot of a part of that height leads to a position. */
const slotOf = (position: number, height: number) => Math.floor(position / WIDTH ** height) % WIDTH;

function replaced(part: Part, height: number, position: number, entry: FilmEntry): Part {
  const copy = part.slice();
  const slot = slotOf(position, height);
  copy[slot] = height === 0 ? entry : replaced(part[slot] as Part, height - 1, position, entry);
  return copy;
}

/** Goes only into parts that differ. */
function* differences(before: Part, after: Part, height: number): Generator<FilmChange> {
  for (const [slot, now] of after.entries()) {
    const was = before[slot];
    if (was === now) continue;
    if (height > 0) yield* differences(was as Part, now as Part, height - 1);
    else yield { before: was as FilmEntry, after: now as FilmEntry };
  }
}

/**
 * The films of a session in their order, never changed in place. A list with one film changed shares
 * all but a few small parts with the list before, and what changed between the two is found as fast:
 * the work is the same for a list of 20 films and of 20,000.
 */
export class FilmList implements Iterable<FilmEntry> {
  readonly #root: Part;
  /** How many levels of parts lie above the entries. */
  readonly #height: number;
  /** Shared by all lists of the same films. */
  readonly #positions: ReadonlyMap<number, number>;
  readonly #counts: FilmCounts;

  private constructor(
    root: Part,
    height: number,
    positions: ReadonlyMap<number, number>,
    counts: FilmCounts,
  ) {
    this.#root = root;
    this.#height = height;
    this.#positions = positions;
    this.#counts = counts;
  }

  static of(entries: readonly FilmEntry[]): FilmList {
    const positions = new Map(entries.map(({ id }, position) => [id, position]));
    let root: Part = entries;
    let height = 0;
    while (root.length > WIDTH) {
      const parts: Part[] = [];
      for (let from = 0; from < root.length; from += WIDTH) {
        parts.push(root.slice(from, from + WIDTH));
      }
      root = parts;
      height += 1;
    }
    return new FilmList(root, height, positions, recount(new Map(), [], entries));
  }

  get length(): number {
    return this.#positions.size;
  }

  at(position: number): FilmEntry | undefined {
    if (position < 0 || position >= this.length) return undefined;
    let part = this.#root;
    for (let height = this.#height; height > 0; height--) {
      part = part[slotOf(position, height)] as Part;
    }
    return part[slotOf(position, 0)] as FilmEntry;
  }

  get(id: number): FilmEntry | undefined {
    return this.at(this.positionOf(id));
  }

  /** From 0; -1 for a film that is not in the list. */
  positionOf(id: number): number {
    return this.#positions.get(id) ?? -1;
  }

  /** How many films are counted as that, without going through them. */
  count(what: Counted): number {
    return this.#counts.get(what) ?? 0;
  }

  /** The list with a film changed; the same list where it is not in it. */
  with(entry: FilmEntry): FilmList {
    const position = this.positionOf(entry.id);
    const before = this.at(position);
    if (!before || before === entry) return this;
    const root = replaced(this.#root, this.#height, position, entry);
    const counts = recount(this.#counts, [before], [entry]);
    return new FilmList(root, this.#height, this.#positions, counts);
  }

  /** What is different from an earlier list; films that were taken away come first. */
  *changesSince(earlier: FilmList): Generator<FilmChange> {
    if (earlier.#root === this.#root) return;
    if (earlier.#positions === this.#positions) {
      yield* differences(earlier.#root, this.#root, this.#height);
      return;
    }
    for (const before of earlier) {
      if (this.positionOf(before.id) < 0) yield { before, after: null };
    }
    for (const after of this) {
      const before = earlier.get(after.id) ?? null;
      if (before !== after) yield { before, after };
    }
  }

  /** Whether both have the same films in the same order, changed or not. */
  hasSameFilms(other: FilmList): boolean {
    return this.#positions === other.#positions;
  }

  *[Symbol.iterator](): Generator<FilmEntry> {
    for (let position = 0; position < this.length; position++) {
      yield this.at(position) as FilmEntry;
    }
  }

  map<T>(to: (entry: FilmEntry, position: number) => T): T[] {
    return Array.from(this, to);
  }

  filter(keep: (entry: FilmEntry) => boolean): FilmEntry[] {
    return [...this].filter(keep);
  }
}

export const NO_FILMS = FilmList.of([]);
