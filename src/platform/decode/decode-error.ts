import { CodedError } from '../../errors/coded-error.ts';
import { inEnglish } from '../../errors/english.ts';
import type { Reason } from '../../errors/reasons.ts';

export type DecodeErrorCode =
  | 'empty-file'
  | 'not-an-image'
  | 'unsupported-format'
  | 'corrupt-image'
  | 'too-large';

/** Why a file could not become a film. */
export class DecodeError extends CodedError<DecodeErrorCode> {}

/** The decoder itself is missing; nothing is known about the file. */
export class CodecError extends CodedError<'codec-unavailable'> {}

export function corrupt(
  format: string,
  why: Reason,
  options: ErrorOptions & { readonly detail?: string | undefined } = {},
): DecodeError {
  const finding = { code: 'corrupt-image', params: { format }, why } as const;
  return new DecodeError(...inEnglish(finding, options));
}

export function endsEarly(format: string): DecodeError {
  return corrupt(format, 'ends-early');
}

export function unsupported(what: Reason, advice: string): DecodeError {
  return new DecodeError(...inEnglish({ code: 'unsupported-format', why: what }, { advice }));
}
