import type { Mask } from '../film.ts';
import { decodeRuns, encodeRuns, type RunLengthMask } from '../run-length.ts';

/** Steps that can be undone; more would be kept in vain and grow without end. */
export const MOST_STEPS = 64;

/** A mask with the steps that led to it, and those that were undone. */
export interface MaskHistory {
  readonly mask: Mask;
  /** The latest last. */
  readonly past: readonly RunLengthMask[];
  /** The next to be done again last. */
  readonly future: readonly RunLengthMask[];
}

export function beginHistory(mask: Mask): MaskHistory {
  return { mask, past: [], future: [] };
}

/** Another mask as the next step; the oldest step is forgotten when there are too many. */
export function pushMask(history: MaskHistory, mask: Mask): MaskHistory {
  if (mask === history.mask) return history;
  const past = [...history.past, encodeRuns(history.mask)].slice(-MOST_STEPS);
  return { mask, past, future: [] };
}

/** Back by a step; the same history where there is none. */
export function undo({ mask, past, future }: MaskHistory): MaskHistory {
  const last = past.at(-1);
  if (!last) return { mask, past, future };
  return { mask: decodeRuns(last), past: past.slice(0, -1), future: [...future, encodeRuns(mask)] };
}

export function redo({ mask, past, future }: MaskHistory): MaskHistory {
  const next = future.at(-1);
  if (!next) return { mask, past, future };
  return { mask: decodeRuns(next), past: [...past, encodeRuns(mask)], future: future.slice(0, -1) };
}
