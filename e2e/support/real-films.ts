import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const DATA = resolve(process.env.MANET_DATA ?? '../shared/data');
const LIST = resolve(DATA, 'classification.csv');

export const hasRealFilms = existsSync(LIST);
export const NO_REAL_FILMS = `no real films: ${LIST} does not exist (set MANET_DATA)`;

/** The first film of each class in the test split by patient, from the data's own list. */
export function realTestFilms(): Map<string, string> {
  const [header = '', ...lines] = readFileSync(LIST, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const column = (name: string) => names.indexOf(name);
  const films = new Map<string, string>();
  for (const line of lines) {
    const cells = line.split(',');
    const label = cells[column('label')] ?? '';
    if (cells[column('split_group')] !== 'test' || films.has(label)) continue;
    films.set(label, resolve(DATA, cells[column('file')] ?? ''));
  }
  return films;
}
