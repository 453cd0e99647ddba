import { describe, expect, it } from 'vitest';
import { defaultOther, isLoaded } from '../../../../src/app/features/compare/choose-other.ts';
import * as words from '../../../../src/app/features/compare/verdict.ts';
import { createI18n } from '../../../../src/app/i18n/i18n.ts';
import { createSpeech } from '../../../../src/app/i18n/speech.ts';
import { FilmList } from '../../../../src/app/store/film-list.ts';
import type { Label } from '../../../../src/models/labels.ts';
import { FAST, FULL, PLAIN } from '../../fake-shelf.ts';
import { READY, shownStudy } from '../../fakes.ts';

const speech = createSpeech(createI18n(), 'en');
const verdict = (a: words.NamedAnswer, b: words.NamedAnswer) => words.verdict(a, b, speech);
const differenceWords = (a: number, b: number) => words.differenceWords(a, b, speech);

const answer = (title: string, label: Label, probability: number, indeterminate = false) => ({
  title,
  study: {
    label,
    indeterminate,
    probabilities: { ...shownStudy('a').probabilities, [label]: probability },
  },
});

describe('the verdict on two models', () => {
  it('says that they agree, and how sure each is', () => {
    expect(verdict(answer('A', 'tb', 0.8), answer('B', 'tb', 0.6))).toBe(
      'Both models say Tuberculosis: 80.0 % and 60.0 %.',
    );
  });

  it('says that they disagree, and what each says', () => {
    expect(verdict(answer('A', 'tb', 0.8), answer('B', 'normal', 0.6))).toBe(
      'The models disagree: A says Tuberculosis (80.0 %); B says Normal (60.0 %).',
    );
  });

  it('does not call it agreement where one or both give no clear answer', () => {
    expect(verdict(answer('A', 'tb', 0.8), answer('B', 'tb', 0.4, true))).toBe(
      'Only one model gives an answer: A says Tuberculosis (80.0 %); B gives no clear answer, closest is Tuberculosis (40.0 %).',
    );
    expect(verdict(answer('A', 'tb', 0.4, true), answer('B', 'tb', 0.4, true))).toBe(
      'Neither model gives a clear answer; both come closest to Tuberculosis.',
    );
    expect(verdict(answer('A', 'tb', 0.4, true), answer('B', 'viral', 0.4, true))).toBe(
      'Neither model gives a clear answer; closest are Tuberculosis and Viral pneumonia.',
    );
  });
});

it('tells differences in points, seen from the first model', () => {
  expect(differenceWords(0.5, 0.433)).toBe('6.7 points lower');
  expect(differenceWords(0.1, 0.3)).toBe('20.0 points higher');
  expect(differenceWords(0.1, 0.1003)).toBe('the same');
});

describe('the other model', () => {
  it('is the one without mask attention, else the default, else the first', () => {
    expect(defaultOther([FULL, FAST, PLAIN])).toBe(PLAIN);
    expect(defaultOther([FAST, FULL])).toBe(FULL);
    expect(defaultOther([FAST])).toBe(FAST);
    expect(defaultOther([])).toBeNull();
  });

  it('is here where it reads films or has read one, as long as the networks run', () => {
    const study = shownStudy('a');
    const film = {
      id: 1,
      source: { kind: 'demo', name: 'a' },
      state: { status: 'done', study },
      addedAt: 0,
      chosenLabel: null,
      kept: null,
      comparison: { status: 'done', classifier: 'plain', study },
    } as const;
    const models = { ...READY, classifier: 'fast' } as typeof READY;
    const films = FilmList.of([film]);
    const here = (id: string) => isLoaded({ models, films }, id);
    expect(['fast', 'classifier-b', 'plain', 'other'].map(here)).toEqual([true, true, true, false]);
    expect(isLoaded({ models: { status: 'unloaded' }, films }, 'plain')).toBe(false);
  });
});
