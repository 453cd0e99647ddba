import type { TFunction, TOptions } from 'i18next';
import type { Finding } from '../../errors/coded-error.ts';
import { SHARES } from '../../errors/english.ts';
import type { Problem } from '../../errors/problem.ts';
import problems from '../../errors/problems.json' with { type: 'json' };
import type { Reason } from '../../errors/reasons.ts';
import type { Formats } from './formats.ts';
import type { Language } from './languages.ts';

/** A problem in words that the reader understands. */
export interface ProblemText {
  readonly message: string;
  readonly advice: string;
  /** English words with particulars that no catalogue has: the program's own, or a decoder's. */
  readonly original: string | null;
}

type Problems = typeof problems;
type Code = keyof Problems;
type CodeWith<Key extends string> = {
  [C in Code]: Problems[C] extends Readonly<Record<Key, string>> ? C : never;
}[Code];

/** The two catalogues that problems are told from. */
export interface ProblemWords {
  readonly problems: TFunction<'problems'>;
  readonly reasons: TFunction<'reasons'>;
}

type Blanks = Readonly<Record<string, number | string>>;

function isKnown(code: string): code is Code {
  return Object.hasOwn(problems, code);
}

function has<Key extends 'figures' | 'because'>(code: Code, key: Key): code is CodeWith<Key> {
  return Object.hasOwn(problems[code], key);
}

/** Figures as the language writes them; names stay as they are. */
function written(blanks: Blanks, format: Formats): TOptions {
  const write = (name: string, value: number | string) => {
    if (typeof value === 'string') return value;
    return SHARES.has(name) ? format.percent(value) : format.count(value);
  };
  return Object.fromEntries(
    Object.entries(blanks).map(([name, value]) => [name, write(name, value)]),
  );
}

function tellWhy(why: Reason, t: TFunction<'reasons'>, format: Formats): string {
  return typeof why === 'string' ? t(why) : t(why.code, written(why.params, format));
}

function tell(
  code: Code,
  { params, why }: Finding,
  { problems: t, reasons }: ProblemWords,
  format: Formats,
): string {
  const blanks = written(params ?? {}, format);
  if (why && has(code, 'because')) {
    return t(`${code}.because`, { ...blanks, why: tellWhy(why, reasons, format) });
  }
  return params && has(code, 'figures') ? t(`${code}.figures`, blanks) : t(`${code}.message`);
}

/** What has no findings speaks for itself in English; elsewhere the catalogue says what its code means. */
export function problemText(
  { code, message, advice, findings, detail }: Problem,
  words: ProblemWords,
  format: Formats,
  language: Language,
): ProblemText {
  if (!findings && language === 'en') return { message, advice, original: null };
  const told = (findings ?? [{ code }]).map((finding) => ({
    finding,
    code: isKnown(finding.code) ? finding.code : ('internal' as const),
  }));
  return {
    message: told.map((one) => tell(one.code, one.finding, words, format)).join(' '),
    advice: told.map((one) => words.problems(`${one.code}.advice`)).join(' '),
    original: findings ? (detail ?? null) : message,
  };
}
