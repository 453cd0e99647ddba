import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultThreads, withThreads } from '../../src/models/wasm-threads.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('defaultThreads', () => {
  it.each([
    [1, 1],
    [2, 2],
    [4, 2],
    [8, 4],
    [10, 5],
    [32, 8],
  ])('of %i cores takes %i', (cores, threads) => {
    expect(defaultThreads(cores)).toBe(threads);
  });
});

describe('withThreads', () => {
  it('shows twice the cores while it starts, and the real number again after', async () => {
    // In browsers the number stands on the prototype.
    const browser = Object.create({ hardwareConcurrency: 3 });
    vi.stubGlobal('navigator', browser);
    await expect(withThreads(2, async () => navigator.hardwareConcurrency)).resolves.toBe(4);
    expect(navigator.hardwareConcurrency).toBe(3);
    const broken = withThreads(2, async () => Promise.reject(new Error('did not start')));
    await expect(broken).rejects.toThrow('did not start');
    expect(navigator.hardwareConcurrency).toBe(3);
  });
});
