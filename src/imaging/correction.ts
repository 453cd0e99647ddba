/** What a person may have done to a film's pixels before it is read. */
export const CORRECTIONS = [
  'invert',
  'turn-clockwise',
  'turn-counterclockwise',
  'turn-half',
] as const;

export type Correction = (typeof CORRECTIONS)[number];

/** What was done to a film's pixels: what a person asked for, or `frame`, set aside without being asked. */
export type PixelChange = Correction | 'frame';

export const isCorrection = (change: PixelChange): change is Correction => change !== 'frame';
