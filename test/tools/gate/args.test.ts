import { expect, it } from 'vitest';
import { readGateArgs } from '../../../tools/gate/args.ts';

it('measures every test film unless told otherwise', () => {
  expect(readGateArgs([])).toMatchObject({
    whole: Number.POSITIVE_INFINITY,
    faulty: 60,
    trial: false,
  });
});

it.each([
  ['--whole', { whole: 5, faulty: 60 }],
  ['--faulty', { whole: Number.POSITIVE_INFINITY, faulty: 5 }],
])('takes %s for a trial', (option, counts) => {
  expect(readGateArgs([option, '5'])).toMatchObject({ ...counts, trial: true });
});

it.each(['0', '1.5', 'all', ''])('refuses "%s" as a number of films', (value) => {
  expect(() => readGateArgs([`--whole=${value}`])).toThrow(`not "${value}"`);
});
