import type { i18n, TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../errors/problem.ts';
import { type PerLabel, perLabel } from '../../models/labels.ts';
import { createFormats, type Formats } from './formats.ts';
import { isLanguage, type Language } from './languages.ts';
import type { catalogue } from './locales/en/index.ts';
import { type ProblemText, problemText } from './problem-text.ts';

type Namespace = keyof typeof catalogue;

/** What sentences are made of outside components too, in one language. */
export interface Speech {
  readonly language: Language;
  /** Any text, its key led by its namespace: "queue:films". */
  readonly t: TFunction<readonly Namespace[]>;
  readonly format: Formats;
  /** What the reader sees for each class. */
  readonly labels: PerLabel<string>;
  problem(problem: Problem): ProblemText;
}

export function createSpeech(instance: i18n, tag: string): Speech {
  const language = isLanguage(tag) ? tag : 'en';
  const labels = instance.getFixedT(language, 'labels');
  const problemWords = {
    problems: instance.getFixedT(language, 'problems'),
    reasons: instance.getFixedT(language, 'reasons'),
  };
  const format = createFormats(instance.getFixedT(language, 'format'), language);
  return {
    language,
    t: instance.getFixedT(language) as Speech['t'],
    format,
    labels: perLabel((label) => labels(label)),
    problem: (problem) => problemText(problem, problemWords, format, language),
  };
}

/** Numbers, names of the classes and sentences in the chosen language. */
export function useSpeech(): Speech {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => createSpeech(i18n, language), [i18n, language]);
}
