import type { Mask } from './film.ts';

/**
 * One closed outline of a mask: x, y of its corners one after another, in pixel corners (0 to
 * width, 0 to height). Objects run clockwise on the screen, holes the other way, so that
 * `signedArea` is positive for objects and negative for holes.
 */
export interface Contour {
  readonly xyMaskPx: Int32Array;
}

const RIGHT = 0;
/** Unit steps to the right, down, left, up: each is the last one turned clockwise. */
const STEP_X = [1, 0, -1, 0] as const;
const STEP_Y = [0, 1, 0, -1] as const;

/**
 * All outlines by crack following: a walk along pixel edges with the object on the right hand.
 * Pixels that touch only at a corner are kept apart, as in 4-connected components.
 */
export function contours(mask: Mask): Contour[] {
  const { width, height, data } = mask;
  const inside = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] === 1;
  // Every closed walk goes right at least once, so marking the top edges alone finds them all.
  const walked = new Uint8Array(data.length);
  const found: Contour[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!walked[y * width + x] && inside(x, y) && !inside(x, y - 1)) {
        found.push({ xyMaskPx: walk(x, y, inside, walked, width) });
      }
    }
  }
  return found;
}

/** Follows one outline from the top left corner of pixel (x, y) and back; returns its corners. */
function walk(
  startX: number,
  startY: number,
  inside: (x: number, y: number) => boolean,
  walked: Uint8Array,
  width: number,
): Int32Array {
  const corners: number[] = [];
  let [x, y, heading] = [startX, startY, RIGHT];
  do {
    if (heading === RIGHT) walked[y * width + x] = 1;
    x += STEP_X[heading] as number;
    y += STEP_Y[heading] as number;
    const turn = turnAt(x, y, heading, inside);
    if (turn !== 0) corners.push(x, y);
    heading = (heading + turn + 4) % 4;
  } while (x !== startX || y !== startY || heading !== RIGHT);
  return Int32Array.from(corners);
}

/** 1 (clockwise), 0 (straight on) or -1 at pixel corner (x, y). */
function turnAt(
  x: number,
  y: number,
  heading: number,
  inside: (x: number, y: number) => boolean,
): -1 | 0 | 1 {
  const dx = STEP_X[heading] as number;
  const dy = STEP_Y[heading] as number;
  // The pixel ahead on the right hand has its top left corner at (x, y) shifted by this much.
  const rightX = x + (dx - dy - 1) / 2;
  const rightY = y + (dx + dy - 1) / 2;
  if (!inside(rightX, rightY)) return 1;
  return inside(rightX + dy, rightY - dx) ? -1 : 0;
}

/** Shoelace area in pixels; positive for objects, negative for holes. */
export function signedArea(contour: Contour): number {
  const xy = contour.xyMaskPx;
  let twice = 0;
  for (let i = 0; i < xy.length; i += 2) {
    const j = (i + 2) % xy.length;
    twice += (xy[i] as number) * (xy[j + 1] as number) - (xy[j] as number) * (xy[i + 1] as number);
  }
  return twice / 2;
}
