import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FilmList, NO_FILMS } from '../../../src/app/store/film-list.ts';
import type { FilmEntry } from '../../../src/app/store/film-state.ts';
import { fileSource, shownStudy } from '../fakes.ts';

function film(id: number, more: Partial<FilmEntry> = {}): FilmEntry {
  return {
    id,
    source: fileSource(`${id}.png`),
    addedAt: 0,
    state: { status: 'idle' },
    chosenLabel: null,
    comparison: null,
    kept: null,
    ...more,
  };
}

const filmsOf = (count: number) => Array.from({ length: count }, (_, index) => film(1000 + index));

/** Lengths around those at which another level of parts begins: 32 and 32 squared. */
const LENGTHS = [0, 1, 31, 32, 33, 1023, 1024, 1025, 2500];

describe('a list of films', () => {
  it.each(LENGTHS)('has %i films in their order', (count) => {
    const films = filmsOf(count);
    const list = FilmList.of(films);
    expect(list).toHaveLength(count);
    expect([...list]).toEqual(films);
    for (const position of [0, 31, 32, 1023, 1024, count - 1]) {
      expect(list.at(position)).toBe(films[position]);
      if (position < 0 || position >= count) continue;
      expect(list.get(1000 + position)).toBe(films[position]);
      expect(list.positionOf(1000 + position)).toBe(position);
    }
    expect(list.at(-1)).toBeUndefined();
    expect(list.at(count)).toBeUndefined();
    expect(list.get(1)).toBeUndefined();
  });

  it('changes as an array does, and leaves earlier lists as they were', () => {
    const edits = fc.array(fc.tuple(fc.nat(1100), fc.constantFrom('kept', 'failed', 'no-room')));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1100 }), edits, (count, changes) => {
        const films = filmsOf(count);
        const first = FilmList.of(films);
        let list = first;
        const now = [...films];
        for (const [at, kept] of changes) {
          const position = at % count;
          const changed = { ...(now[position] as FilmEntry), kept } as FilmEntry;
          now[position] = changed;
          list = list.with(changed);
        }
        expect([...list]).toEqual(now);
        expect([...first]).toEqual(films);
        const changed = [...list.changesSince(first)];
        const differing = now.flatMap((after, i) =>
          after === films[i] ? [] : [{ before: films[i], after }],
        );
        expect(changed).toEqual(differing);
        for (const reason of ['failed', 'no-room'] as const) {
          const counted = now.filter(({ kept }) => kept === reason).length;
          expect(list.count(`unkept:${reason}`)).toBe(counted);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the same list where nothing changes', () => {
    const [one] = filmsOf(1) as [FilmEntry];
    const list = FilmList.of([one]);
    expect(list.with(one)).toBe(list);
    expect(list.with(film(7))).toBe(list);
    expect([...list.changesSince(list)]).toEqual([]);
  });

  it('tells which films went and came, those that went first', () => {
    const [a, b, c] = filmsOf(3) as [FilmEntry, FilmEntry, FilmEntry];
    const failed: FilmEntry = { ...b, kept: 'failed' };
    const changes = [...FilmList.of([failed, c]).changesSince(FilmList.of([a, b]))];
    expect(changes).toEqual([
      { before: a, after: null },
      { before: b, after: failed },
      { before: null, after: c },
    ]);
  });

  it('counts films that wait, and whom films were read by', () => {
    const study = shownStudy('a');
    const read = film(2, { state: { status: 'done', study } });
    const compared: FilmEntry = {
      ...read,
      comparison: { status: 'done', classifier: 'other', study },
    };
    const list = FilmList.of([film(1), read, film(3, { state: { status: 'decoding' } })]);
    expect(list.count('left')).toBe(2);
    expect(list.count(`read-by:${study.models.classifier}`)).toBe(1);
    expect(list.with(compared).count('read-by:other')).toBe(1);
    expect(list.with(compared).with(read).count('read-by:other')).toBe(0);
    expect(NO_FILMS.count('left')).toBe(0);
  });
});
