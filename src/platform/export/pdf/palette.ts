/** Red, green, blue from 0 to 1, for paper. */
export const PAPER = {
  ink: [0.09, 0.12, 0.14],
  muted: [0.36, 0.42, 0.46],
  line: [0.8, 0.83, 0.85],
  track: [0.92, 0.935, 0.945],
  band: [0.83, 0.86, 0.88],
  bar: [0.48, 0.62, 0.68],
  barTop: [0.02, 0.4, 0.49],
  threshold: [0.55, 0.33, 0.02],
  noticeBed: [0.995, 0.955, 0.87],
  noticeEdge: [0.86, 0.64, 0.24],
} as const satisfies Record<string, readonly [number, number, number]>;

export type PaperColour = (typeof PAPER)[keyof typeof PAPER];
