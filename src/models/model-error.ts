import { CodedError } from '../errors/coded-error.ts';

export type ModelErrorCode =
  | 'download-failed'
  | 'hash-mismatch'
  | 'model-invalid'
  | 'insecure-page'
  | 'no-backend'
  | 'wrong-answers'
  | 'device-lost'
  | 'out-of-memory'
  | 'no-answer'
  | 'disposed';

/** Why the networks cannot be loaded, started or used. */
export class ModelError extends CodedError<ModelErrorCode> {}
