import { expect, test } from 'vitest';
import type { Ending } from '../../../tools/batch/read-journal.ts';
import { summariseBatch } from '../../../tools/batch/render.ts';

const done = (id: number, tookMs: number): Ending => ({ id, status: 'done', code: null, tookMs });

test('films are counted by ending, and those read twice are told from those kept', () => {
  const refused: Ending = { id: 3, status: 'refused', code: 'inverted', tookMs: null };
  const summary = summariseBatch({
    date: '',
    commit: '',
    processor: '',
    browser: '',
    backend: '',
    films: 4,
    listed: 4,
    before: [done(1, 900), done(2, 1000), refused],
    after: [done(1, 900), done(2, 1100), refused, done(4, 1200)],
    restoredMs: 0,
    sittings: 1,
    spentMs: 0,
    memory: [],
  });
  expect(summary.accountedFor).toBe(4);
  expect(summary.endings).toEqual({ done: 3, 'refused: inverted': 1 });
  expect(summary.finishedBeforeReload).toBe(3);
  expect(summary.keptOverReload).toBe(2);
  expect(summary.finishedAfterReload).toBe(1);
  expect(summary.readingMs.median).toBe(1100);
});
