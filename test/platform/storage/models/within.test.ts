import { expect, it } from 'vitest';
import { within } from '../../../../src/platform/storage/models/within.ts';

it('hands on what comes in time, and gives up on what does not', async () => {
  expect(await within(1000, Promise.resolve(7))).toBe(7);
  await expect(within(1000, Promise.reject(new Error('broke')))).rejects.toThrow('broke');
  await expect(within(5, new Promise(() => {}))).rejects.toThrow('nothing came for 0.005 s');
});
