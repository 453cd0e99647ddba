/** What a person may have done to a film's pixels before it is read. */
export const CORRECTIONS = [
  'invert',
  'turn-clockwise',
  'turn-counterclockwise',
  'turn-half',
] as const;

export type Correction = (typeof CORRECTIONS)[number];
