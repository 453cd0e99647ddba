import type { CodedErrorOptions, Finding } from './coded-error.ts';
import problems from './problems.json' with { type: 'json' };
import { tellReason } from './reasons.ts';

/** A code that the English catalogue of problems has sentences for. */
export type ProblemCode = keyof typeof problems;

interface Sentences {
  /** Where there are no figures and no reason. */
  readonly message: string;
  /** With blanks for the figures. */
  readonly figures?: string;
  /** With a blank for the reason. */
  readonly because?: string;
  readonly advice: string;
}

/** Figures that are shares from 0 to 1; the others are counted. */
export const SHARES: ReadonlySet<string> = new Set(['lungFraction', 'smallerShare']);

function written(name: string, value: number | string): string {
  return SHARES.has(name) ? `${(Number(value) * 100).toFixed(1)} %` : String(value);
}

/**
 * What a finding says in English, for the command line and logs: the sentences that the page says too,
 * and what a decoder said of it.
 */
function sayFinding({ code, params, why }: Finding<ProblemCode>, detail?: string): string {
  const { message, figures, because }: Sentences = problems[code];
  const blanks = Object.entries(params ?? {}).map(
    ([name, value]) => [name, written(name, value)] as const,
  );
  const all = new Map([...blanks, ...(why ? [['why', tellReason(why, detail)] as const] : [])]);
  const sentence = (why && because) ?? (params && figures) ?? message;
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => all.get(name) ?? '');
}

interface Options extends ErrorOptions {
  /** What a decoder that others wrote said of it, in English. */
  readonly detail?: string | undefined;
  /** What to do in this very case, where more can be said than for every film with this code. */
  readonly advice?: string;
}

/** What a CodedError is made of whose findings the catalogue has sentences for; its code is the first's. */
export function inEnglish<Code extends ProblemCode>(
  findings: Finding<Code> | readonly [Finding<Code>, ...Finding<Code>[]],
  { advice, ...options }: Options = {},
): [code: Code, message: string, advice: string, options: CodedErrorOptions<Code>] {
  const all: readonly Finding<Code>[] = 'code' in findings ? [findings] : findings;
  return [
    (all[0] as Finding<Code>).code,
    all.map((finding) => sayFinding(finding, options.detail)).join(' '),
    advice ?? all.map(({ code }) => problems[code].advice).join(' '),
    { ...options, findings: all },
  ];
}
