import type { TFunction } from 'i18next';
import type { Finding } from '../../imaging/coded-error.ts';
import type { Problem } from '../../platform/worker-bridge/problem.ts';
import type { Formats } from './formats.ts';
import type { Language } from './languages.ts';
import problems from './locales/en/problems.json' with { type: 'json' };

/** A problem in words that the reader understands. */
export interface ProblemText {
  readonly message: string;
  readonly advice: string;
  /** The English words with all particulars, where `message` is a general one of the catalogue. */
  readonly original: string | null;
}

type Problems = typeof problems;
type Code = keyof Problems;
type CodeWithFigures = {
  [C in Code]: Problems[C] extends { figures: string } ? C : never;
}[Code];

function isKnown(code: string): code is Code {
  return Object.hasOwn(problems, code);
}

function hasFigures(code: Code): code is CodeWithFigures {
  return Object.hasOwn(problems[code], 'figures');
}

/** Figures that are shares from 0 to 1; the others are counted. */
const SHARES: ReadonlySet<string> = new Set(['lungFraction', 'smallerShare']);

function tell(code: Code, { params }: Finding, t: TFunction<'problems'>, format: Formats): string {
  if (!params || !hasFigures(code)) return t(`${code}.message`);
  const figures = Object.entries(params).map(([name, value]) => [
    name,
    SHARES.has(name) ? format.percent(value) : format.count(value),
  ]);
  return t(`${code}.figures`, Object.fromEntries(figures));
}

/** In English a problem speaks for itself; elsewhere the catalogue knows it by its codes and figures. */
export function problemText(
  { code, message, advice, findings }: Problem,
  t: TFunction<'problems'>,
  format: Formats,
  language: Language,
): ProblemText {
  const told = findings ?? [{ code }];
  const known = told.flatMap((one) => (isKnown(one.code) ? [[one.code, one] as const] : []));
  if (language === 'en' || known.length < told.length) return { message, advice, original: null };
  return {
    message: known.map(([one, finding]) => tell(one, finding, t, format)).join(' '),
    advice: known.map(([one]) => t(`${one}.advice`)).join(' '),
    original: findings ? null : message,
  };
}
