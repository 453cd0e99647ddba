import { afterEach, expect, test } from 'vitest';
import { LIMIT_MS } from '../../../tools/fuzz/judge-file.ts';
import { WatchedJudge } from '../../../tools/fuzz/watched-judge.ts';

const HANGING = new URL('./hanging-reader.ts', import.meta.url);
let judge: WatchedJudge;

afterEach(() => judge.close());

test.each([
  [1, `no answer within ${LIMIT_MS} ms of processor time`],
  [2, 'silent for 500 ms'],
  [3, 'the thread ended: beyond repair'],
])(
  'a reader that gives no answer is a fault, and the next file is read: %i',
  async (how, fault) => {
    judge = new WatchedJudge(HANGING, how === 2 ? 500 : undefined);
    expect(await judge.judge(Uint8Array.of(how))).toMatchObject({ outcome: 'no answer', fault });
    expect(await judge.judge(Uint8Array.of(0))).toMatchObject({ outcome: 'film', fault: null });
  },
  60_000,
);

test("the app's own decoders answer from their thread, which holds nothing afterwards", async () => {
  judge = new WatchedJudge();
  const letter = new TextEncoder().encode('Dear colleague');
  expect(await judge.judge(letter)).toMatchObject({ outcome: 'not-an-image', fault: null });
  expect(await judge.judge(letter, true)).toMatchObject({ fault: null });
  expect(await judge.heldBytes()).toBeLessThan(10_000_000);
}, 60_000);
