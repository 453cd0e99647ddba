import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SETS_STATE = /\.setState\(/;

const sources = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join('src/app', path), 'utf8') }));

it('nothing on the page sets the state of a store by itself: each change is an action of a slice', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.filter(({ text }) => SETS_STATE.test(text)).map(({ path }) => path)).toEqual([]);
});
