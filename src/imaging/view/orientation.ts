import type { View } from './view.ts';

/** Letters of the patient's directions at the pane's edges; null where the file does not say. */
export interface EdgeLetters {
  readonly left: string | null;
  readonly right: string | null;
  readonly top: string | null;
  readonly bottom: string | null;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  A: 'P',
  P: 'A',
  R: 'L',
  L: 'R',
  H: 'F',
  F: 'H',
};

function opposite(direction: string): string {
  return [...direction].map((letter) => OPPOSITE[letter]).join('');
}

/**
 * Patient Orientation (PS3.3 C.7.6.1.1.1) names the patient's direction of the rows, then of the
 * columns: "L\F" is the usual frontal film. The letters follow turns and flips of the view. Null for
 * a film that does not state both, or states them otherwise.
 */
export function edgeLetters(
  patientOrientation: string | null | undefined,
  { quarterTurns, flipped }: Pick<View, 'quarterTurns' | 'flipped'>,
): EdgeLetters | null {
  const stated = /^([APRLHF]{1,3})\\([APRLHF]{1,3})$/.exec(patientOrientation ?? '');
  if (!stated?.[1] || !stated[2]) return null;
  // Clockwise from the right edge, as the film is stored; a turn moves each one edge further.
  const round = [stated[1], stated[2], opposite(stated[1]), opposite(stated[2])];
  const edge = (index: number) => round[(index - quarterTurns + 4) % 4] as string;
  const [right, bottom, left, top] = [edge(0), edge(1), edge(2), edge(3)];
  return flipped ? { left: right, right: left, top, bottom } : { left, right, top, bottom };
}
