import { CodedError } from '../../src/errors/coded-error.ts';

export type ConvertErrorCode =
  | 'safetensors-invalid'
  | 'architecture-invalid'
  | 'weights-mismatch'
  | 'not-convertible'
  | 'card-invalid';

/** Why an export cannot become a graph model. */
export class ConvertError extends CodedError<ConvertErrorCode> {}
