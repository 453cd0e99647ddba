import { expect, test } from 'vitest';
import { readArgs, UsageError } from '../../src/cli/args.ts';

test('options and paths, in any order', () => {
  const argv = [
    'a.png',
    '--backend',
    'cpu',
    '--out',
    'o',
    '--classifier',
    'resnet50',
    '--window=3',
    '--read-anyway',
    'b',
  ];
  expect(readArgs(argv)).toEqual({
    backend: 'cpu',
    classifier: 'resnet50',
    window: 3,
    readAnyway: true,
    out: 'o',
    paths: ['a.png', 'b'],
  });
  expect(readArgs(['--', '--a.png'])).toEqual({
    backend: 'auto',
    classifier: null,
    window: 1,
    readAnyway: false,
    out: null,
    paths: ['--a.png'],
  });
  expect(readArgs(['--help'])).toBeNull();
});

test.each([
  [[], 'at least one file'],
  [['--out', 'x'], 'at least one file'],
  [['--backend', 'webgl', 'a.png'], 'auto, webgpu, wasm, cpu'],
  [['--backend'], '--backend'],
  [['--fast', 'a.png'], '--fast'],
  [['--out=', 'a.png'], 'name of a folder'],
  [['--window', '0', 'a.dcm'], 'counts from 1'],
])('%j is bad usage', (argv, message) => {
  expect(() => readArgs(argv)).toThrow(UsageError);
  expect(() => readArgs(argv)).toThrow(message);
});
