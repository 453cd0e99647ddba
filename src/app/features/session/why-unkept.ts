import type { UnkeptReason } from '../../store/film-state.ts';

/** Why a film is not kept when writing it to the session's journal rejected with this. */
export function whyUnkept(error: unknown): UnkeptReason {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'no-room';
  // What a connection answers once it is closed.
  if (name === 'InvalidStateError') return 'storage-gone';
  return 'failed';
}
