import { CodedError } from '../../imaging/coded-error.ts';

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

export function corrupt(format: string, why: string, options?: ErrorOptions): DecodeError {
  return new DecodeError(
    'corrupt-image',
    `The ${format} file is damaged: ${why}.`,
    'Copy or export the film again from where it came.',
    options,
  );
}

export function endsEarly(format: string): DecodeError {
  return corrupt(format, 'it ends before the picture is complete');
}

export function unsupported(what: string, advice: string): DecodeError {
  return new DecodeError('unsupported-format', `${what} cannot be read.`, advice);
}
