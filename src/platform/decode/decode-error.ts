import { CodedError } from '../../errors/coded-error.ts';
import { type Reason, tellReason } from '../../errors/reasons.ts';

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
  return new DecodeError(
    'corrupt-image',
    `The ${format} file is damaged: ${tellReason(why, options.detail)}.`,
    'Copy or export the film again from where it came.',
    { ...options, findings: [{ code: 'corrupt-image', params: { format }, why }] },
  );
}

export function endsEarly(format: string): DecodeError {
  return corrupt(format, 'ends-early');
}

export function unsupported(what: Reason, advice: string): DecodeError {
  return new DecodeError('unsupported-format', `${tellReason(what)} cannot be read.`, advice, {
    findings: [{ code: 'unsupported-format', why: what }],
  });
}
