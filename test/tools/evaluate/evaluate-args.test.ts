import { expect, test } from 'vitest';
import { readEvaluateArgs } from '../../../tools/evaluate/evaluate-args.ts';

test('defaults and choices', () => {
  expect(readEvaluateArgs([])).toEqual({
    data: '../shared/data',
    models: null,
    classifier: null,
    part: null,
    shard: null,
    fresh: false,
    stress: null,
  });
  const argv = ['--data=x', '--part=segmentation', '--shard=2/3', '--classifier=resnet50'];
  expect(readEvaluateArgs(argv)).toMatchObject({
    data: 'x',
    classifier: 'resnet50',
    part: 'segmentation',
    shard: [1, 3],
  });
});

test('a fresh start of one shard would undo the others', () => {
  expect(readEvaluateArgs(['--fresh']).fresh).toBe(true);
  expect(() => readEvaluateArgs(['--fresh', '--shard=1/2'])).toThrow('undo');
});

test.each([['--shard=0/2'], ['--shard=3/2'], ['--shard=x'], ['--part=both'], ['--quick'], ['x']])(
  '%s is bad usage',
  (arg) => {
    expect(() => readEvaluateArgs([arg])).toThrow();
  },
);
