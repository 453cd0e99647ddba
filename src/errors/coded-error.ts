import type { Reason } from './reasons.ts';

/** One thing that is wrong, with what a sentence about it needs: the sentence of any language. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  /** Figures, and names that are the same in every language. */
  readonly params?: Readonly<Record<string, number | string>>;
  readonly why?: Reason;
}

export interface CodedErrorOptions<Code extends string> extends ErrorOptions {
  readonly findings?: readonly Finding<Code>[];
  /** What a decoder that others wrote said of it, in English. */
  readonly detail?: string | undefined;
}

/** An error with a stable code, a sentence that says what is wrong and one that says what to do. */
export class CodedError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly advice: string;
  /** All that the message says; empty where the message says more than codes and figures do. */
  readonly findings: readonly Finding<Code>[];
  readonly detail: string | null;

  constructor(code: Code, message: string, advice: string, options: CodedErrorOptions<Code> = {}) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.advice = advice;
    this.findings = options.findings ?? [];
    this.detail = options.detail ?? null;
  }
}
