/** Raise it when a kept case, or what the app keeps of a reading, changes; teach `toKeptCase` the way from older ones. */
export const CASE_SHAPE = 3;

/** From here on `film` tells films apart; before, the same film through two windows was two. */
const SINCE_FILM_MARK = 3;

/** A kept case without its pixels. `C` is what the app keeps of the reading. */
export interface KeptCase<C> {
  readonly id: number;
  /** Milliseconds since 1970; both. */
  readonly addedAt: number;
  readonly expiresAt: number;
  /** A keyed hash of the patient's identifier, or a group that the reader made; null for neither. */
  readonly patient: string | null;
  /** A keyed hash of the film's own bytes, whatever window it was read through; null in older cases. */
  readonly film: string | null;
  readonly bytes: number;
  /** Null where another version of the app wrote it in a shape that this one does not know. */
  readonly reading: C | null;
}

/** A case as it lies in the store: of the first shape where it names none. */
export type StoredCase<C> = Omit<KeptCase<C>, 'film' | 'reading'> & {
  readonly shape?: number;
  readonly film?: string | null;
  readonly reading: C;
};

/** A stored case in the present shape. One of an unknown shape stays listed, without its reading. */
export function toKeptCase<C>({ shape = 1, ...stored }: StoredCase<C>): KeptCase<C> {
  const { reading } = stored;
  const film = shape < SINCE_FILM_MARK ? null : (stored.film ?? null);
  return { ...stored, film, reading: shape <= CASE_SHAPE ? reading : null };
}
