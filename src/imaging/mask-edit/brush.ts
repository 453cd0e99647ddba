import type { Mask } from '../film.ts';

/** A place over a mask in mask pixels; pixel i reaches from i to i + 1. */
export interface MaskPoint {
  readonly xMaskPx: number;
  readonly yMaskPx: number;
}

/**
 * A disc on the film, in mask pixels: masks squash their film to a square, so that it may be an
 * ellipse there.
 */
export interface Disc {
  readonly rxMaskPx: number;
  readonly ryMaskPx: number;
}

export interface Stroke {
  readonly from: MaskPoint;
  readonly to: MaskPoint;
  readonly disc: Disc;
  /** 1 adds, 0 takes away. */
  readonly value: 0 | 1;
}

/** Squared distance of a point from a segment. */
function squaredDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number) {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
}

/**
 * Draws a disc along a segment into a copy of the mask: every pixel whose middle the moving disc
 * touches. A mask that the stroke leaves as it is comes back itself.
 */
export function paintStroke(mask: Mask, { from, to, disc, value }: Stroke): Mask {
  const { width, height } = mask;
  const { rxMaskPx: rx, ryMaskPx: ry } = disc;
  const first = (low: number, r: number) => Math.max(0, Math.floor(low - r - 0.5));
  const last = (high: number, r: number, size: number) => Math.min(size - 1, Math.ceil(high + r));
  const [x0, x1] = [
    first(Math.min(from.xMaskPx, to.xMaskPx), rx),
    last(Math.max(from.xMaskPx, to.xMaskPx), rx, width),
  ];
  const [y0, y1] = [
    first(Math.min(from.yMaskPx, to.yMaskPx), ry),
    last(Math.max(from.yMaskPx, to.yMaskPx), ry, height),
  ];
  const segment = [from.xMaskPx / rx, from.yMaskPx / ry, to.xMaskPx / rx, to.yMaskPx / ry] as const;
  let out: Uint8Array | null = null;
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const at = y * width + x;
      if (mask.data[at] === value) continue;
      if (squaredDistance((x + 0.5) / rx, (y + 0.5) / ry, ...segment) > 1) continue;
      out ??= mask.data.slice();
      out[at] = value;
    }
  }
  return out ? { width, height, data: out } : mask;
}
