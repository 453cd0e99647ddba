import { expect, test } from 'vitest';
import { readArgs, UsageError } from '../../src/cli/args.ts';

test('options and paths, in any order', () => {
  expect(readArgs(['a.png', '--backend', 'cpu', '--out', 'o', 'b'])).toEqual({
    backend: 'cpu',
    out: 'o',
    paths: ['a.png', 'b'],
  });
  expect(readArgs(['--', '--a.png'])).toEqual({ backend: 'auto', out: null, paths: ['--a.png'] });
  expect(readArgs(['--help'])).toBeNull();
});

test.each([
  [[], 'at least one file'],
  [['--out', 'x'], 'at least one file'],
  [['--backend', 'webgl', 'a.png'], 'auto, webgpu, wasm, cpu'],
  [['--backend'], '--backend'],
  [['--fast', 'a.png'], '--fast'],
  [['--out=', 'a.png'], 'name of a folder'],
])('%j is bad usage', (argv, message) => {
  expect(() => readArgs(argv)).toThrow(UsageError);
  expect(() => readArgs(argv)).toThrow(message);
});
