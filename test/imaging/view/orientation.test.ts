import { expect, it } from 'vitest';
import { edgeLetters } from '../../../src/imaging/view/orientation.ts';

const UPRIGHT = { quarterTurns: 0, flipped: false };

it('names the edges of a frontal film: the patient faces the reader', () => {
  expect(edgeLetters('L\\F', UPRIGHT)).toEqual({ left: 'R', right: 'L', top: 'H', bottom: 'F' });
});

it('follows a quarter turn clockwise: the head goes to the right', () => {
  const turned = { quarterTurns: 1, flipped: false };
  expect(edgeLetters('L\\F', turned)).toEqual({ left: 'F', right: 'H', top: 'R', bottom: 'L' });
});

it('follows a flip, and a flip after a turn', () => {
  const flipped = { quarterTurns: 0, flipped: true };
  expect(edgeLetters('L\\F', flipped)).toEqual({ left: 'L', right: 'R', top: 'H', bottom: 'F' });
  const both = { quarterTurns: 1, flipped: true };
  expect(edgeLetters('L\\F', both)).toEqual({ left: 'H', right: 'F', top: 'R', bottom: 'L' });
});

it('turns oblique directions round letter by letter', () => {
  expect(edgeLetters('LA\\FP', UPRIGHT)).toMatchObject({ left: 'RP', top: 'HA' });
});

it.each([null, undefined, '', 'L', 'L\\', 'X\\F', 'L\\F\\A'])('says nothing for %j', (stated) => {
  expect(edgeLetters(stated, UPRIGHT)).toBeNull();
});
