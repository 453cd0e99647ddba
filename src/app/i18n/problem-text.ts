import type { TFunction } from 'i18next';
import type { Problem } from '../../platform/worker-bridge/problem.ts';
import type { Language } from './languages.ts';
import problems from './locales/en/problems.json' with { type: 'json' };

/** A problem in words that the reader understands. */
export interface ProblemText {
  readonly message: string;
  readonly advice: string;
  /** The English words with all particulars, where `message` is a general one of the catalogue. */
  readonly original: string | null;
}

type Code = keyof typeof problems;

function isKnown(code: string): code is Code {
  return Object.hasOwn(problems, code);
}

/** In English a problem speaks for itself; elsewhere the catalogue knows it by its code. */
export function problemText(
  { code, message, advice }: Problem,
  t: TFunction<'problems'>,
  language: Language,
): ProblemText {
  if (language === 'en' || !isKnown(code)) return { message, advice, original: null };
  return { message: t(`${code}.message`), advice: t(`${code}.advice`), original: message };
}
