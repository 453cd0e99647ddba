import { CodedError } from '../../../errors/coded-error.ts';

export type StoreErrorCode = 'download-failed' | 'hash-mismatch' | 'no-space';

/** Why a model file cannot be had, or not be kept. */
export class StoreError extends CodedError<StoreErrorCode> {}
