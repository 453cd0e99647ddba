import { CodedError, type Finding } from './coded-error.ts';

/** An error as it crosses the worker's edge and as the page shows it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly advice: string;
  /** All that the message says, where codes and figures can say it. */
  readonly findings?: readonly Finding[];
  /** What a decoder that others wrote said of the file, in English. */
  readonly detail?: string;
}

/** Keeps what a coded error says; anything else becomes 'internal', with its own words as detail. */
export function toProblem(error: unknown): Problem {
  if (error instanceof CodedError) {
    const { code, message, advice, findings, detail } = error;
    return {
      code,
      message,
      advice,
      ...(findings.length > 0 && { findings }),
      ...(detail !== null && { detail }),
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `The analysis stopped unexpectedly: ${detail}`,
    advice: 'Try this film again; if it keeps failing, reload the page.',
  };
}
