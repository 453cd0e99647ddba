export const STAGES = [
  'preparing',
  'segmenting',
  'post-processing',
  'classifying',
  'explaining',
] as const;

export type Stage = (typeof STAGES)[number];

/** Sent when a stage begins, and once at the end with `fraction` 1. Never decreases. */
export interface Progress {
  readonly stage: Stage;
  readonly fraction: number;
}
