import { LABELS } from '../../src/models/labels.ts';
import { readFilms } from '../evaluate/dataset.ts';

/** Paths of so many films of the test split by patient, the five classes in turn. */
export async function pickFilms(folder: string, count: number): Promise<string[]> {
  const films = (await readFilms(folder)).filter((film) => film.split_group === 'test');
  const byClass = LABELS.map((label) => films.filter((film) => film.label === label));
  const rounds = Math.max(...byClass.map(({ length }) => length));
  const picked = Array.from({ length: rounds }, (_, round) =>
    byClass.flatMap((ofOne) => ofOne.slice(round, round + 1)),
  )
    .flat()
    .slice(0, count);
  if (picked.length < count) throw new Error(`${folder} has ${picked.length} such films only`);
  return picked.map(({ path }) => path);
}
