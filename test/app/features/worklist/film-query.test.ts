import { expect, it } from 'vitest';
import { flagsOf } from '../../../../src/app/features/worklist/film-flags.ts';
import { listFilms } from '../../../../src/app/features/worklist/film-query.ts';
import { timeLeft } from '../../../../src/app/features/worklist/time-left.ts';
import { createListing } from '../../../../src/app/features/worklist/use-listed-films.ts';
import { FilmList } from '../../../../src/app/store/film-list.ts';
import type { FilmEntry, FilmState } from '../../../../src/app/store/film-state.ts';
import type { Label } from '../../../../src/models/labels.ts';
import { fileSource, shownStudy } from '../../fakes.ts';

const PROBLEM = { code: 'x', message: '', advice: '' };

let id = 0;
function film(name: string, state: FilmState, rest: Partial<FilmEntry> = {}): FilmEntry {
  id += 1;
  const base = { addedAt: 0, chosenLabel: null, comparison: null, kept: 'kept' as const };
  return { ...base, id, source: fileSource(name), state, ...rest };
}

function read(label: Label, probability: number, more = {}): FilmState {
  const study = shownStudy('any');
  return {
    status: 'done',
    study: {
      ...study,
      label,
      probabilities: { ...study.probabilities, [label]: probability },
      ...more,
    },
  };
}

const FILMS = [
  film('film 10.png', read('tb', 0.9)),
  film('film 2.png', { status: 'idle' }),
  film('other.dcm', read('normal', 0.8, { indeterminate: true, unfamiliarity: 0.9 })),
  film('film 1.png', { status: 'refused', film: null, problem: PROBLEM, lungs: null }),
  film('z.png', { status: 'decoding' }, { kept: 'no-room' }),
  film('a.png', read('tb', 0.95)),
];

const list = (query: Partial<Parameters<typeof listFilms>[1]>) =>
  listFilms(FILMS, { text: '', filter: 'all', order: 'arrival', ...query }).map(
    ({ source }) => source.name,
  );

it('lists all films in the order in which they came', () => {
  expect(list({})).toEqual(FILMS.map(({ source }) => source.name));
});

it('finds names without regard to case, and counts numbers in them', () => {
  expect(list({ text: ' FILM ', order: 'name' })).toEqual([
    'film 1.png',
    'film 2.png',
    'film 10.png',
  ]);
});

it('shows one stage, one class or one flag', () => {
  expect(list({ filter: 'stage:waiting' })).toEqual(['film 2.png']);
  expect(list({ filter: 'stage:running' })).toEqual(['z.png']);
  expect(list({ filter: 'class:tb' })).toEqual(['film 10.png', 'a.png']);
  expect(list({ filter: 'flag:indeterminate' })).toEqual(['other.dcm']);
  expect(list({ filter: 'flag:problem' })).toEqual(['film 1.png']);
  expect(list({ filter: 'flag:unkept' })).toEqual(['z.png']);
});

it('orders by class, probability and state; films without an answer come last', () => {
  const [a, ten, other] = ['a.png', 'film 10.png', 'other.dcm'];
  expect(list({ order: 'probability' }).slice(0, 3)).toEqual([a, ten, other]);
  expect(list({ order: 'class' }).slice(0, 3)).toEqual([other, a, ten]);
  expect(list({ order: 'state' })).toEqual(['film 2.png', 'z.png', ten, other, a, 'film 1.png']);
});

it('flags what deserves a second look', () => {
  expect(FILMS.map(flagsOf)).toEqual([
    [],
    [],
    ['indeterminate', 'unusual'],
    ['problem'],
    ['unkept'],
    [],
  ]);
});

it('flags what the quality check said, and an age where the answer was learned from the other', () => {
  const flags = (label: Label, more: object) => flagsOf(film('x', read(label, 0.9, more)));
  expect(flags('tb', { gateOverridden: ['cropped'], warnings: ['mirrored'] })).toEqual([
    'overridden',
    'warned',
  ]);
  expect(flags('tb', { lungsEdited: true })).toEqual(['edited']);
  expect(flags('tb', { warnings: ['unfamiliar'], unfamiliarity: 1.1 })).toEqual(['unusual']);
  expect(flags('tb', { warnings: ['child'] })).toEqual(['warned']);
  expect(flags('viral', { warnings: ['child'] })).toEqual([]);
  expect(flags('tb', { warnings: ['adult'] })).toEqual([]);
  expect(flags('viral', { warnings: ['adult'] })).toEqual(['warned']);
  expect(flags('normal', { warnings: ['adult', 'lungs-at-edge'] })).toEqual(['warned']);
});

it('counts what is left and says how long it will take', () => {
  const films = FilmList.of(FILMS);
  expect(films).toHaveLength(6);
  expect(films.count('left')).toBe(2);
  expect(timeLeft(163, 1500)).toEqual({ unit: 'minutes', count: 4 });
  expect(timeLeft(10, 1500)).toEqual({ unit: 'seconds', count: 15 });
  expect(timeLeft(1, 100)).toEqual({ unit: 'seconds', count: 5 });
  expect(timeLeft(10, null)).toBeNull();
});

it('keeps its list as long as nothing that it asks for has changed', () => {
  const films = FilmList.of(FILMS);
  const running = FILMS[4] as FilmEntry;
  const further = films.with({ ...running, state: { status: 'decoding' } });
  const ended = further.with({ ...running, state: read('viral', 0.99) });
  const byArrival = createListing({ text: '', filter: 'all', order: 'arrival' });
  const byProbability = createListing({ text: '', filter: 'all', order: 'probability' });
  const ids = byProbability(films);
  expect(byProbability(further)).toBe(ids);
  expect(byProbability(ended)[0]).toBe(running.id);
  expect(byArrival(ended)).toBe(byArrival(films));
  expect(byArrival(FilmList.of(FILMS.slice(1)))).toEqual(FILMS.slice(1).map((one) => one.id));
});

it('lists a film as soon as it passes the filter', () => {
  const listing = createListing({ text: 'z', filter: 'class:viral', order: 'arrival' });
  const films = FilmList.of(FILMS);
  expect(listing(films)).toEqual([]);
  const running = FILMS[4] as FilmEntry;
  expect(listing(films.with({ ...running, state: read('viral', 0.99) }))).toEqual([running.id]);
});
