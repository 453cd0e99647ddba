/** An 8-bit picture, row by row. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey8: Uint8ClampedArray | Uint8Array;
}

/** Letters stand in the outer part of a film; ribs and markers within are not searched. */
const BORDER_SHARE = 0.22;

const TILE_WIDTH = 48;
const TILE_HEIGHT = 8;

/** Greys between a stroke and what is beside it. */
const STEP = 70;

/** Strokes begin and end at least so often on each of so many rows of a tile. */
const MIN_EDGES = 6;
const MIN_ROWS = 5;

/** How often greys jump by `STEP` within two pixels, each rise or fall counted once. */
function edgesOnRow({ width, grey8 }: Picture, y: number, x0: number, x1: number): number {
  let edges = 0;
  let last = 0;
  for (let x = x0 + 2; x < x1; x += 1) {
    const change = (grey8[y * width + x] as number) - (grey8[y * width + x - 2] as number);
    const sign = change >= STEP ? 1 : change <= -STEP ? -1 : 0;
    if (sign !== 0 && sign !== last) edges += 1;
    if (sign !== 0) last = sign;
  }
  return edges;
}

/**
 * Whether letters seem to be burned in near the borders: rows of narrow, high-contrast strokes. It
 * misses letters that are large, faint, hand-written, on bright tissue or in the middle, and takes
 * fine bright grids for letters; a person has to look all the same.
 */
export function findsTextLike(picture: Picture): boolean {
  const { width, height } = picture;
  const [marginX, marginY] = [width * BORDER_SHARE, height * BORDER_SHARE];
  for (let y0 = 0; y0 + TILE_HEIGHT <= height; y0 += TILE_HEIGHT / 2) {
    const inRows = y0 < marginY || y0 + TILE_HEIGHT > height - marginY;
    for (let x0 = 0; x0 + TILE_WIDTH <= width; x0 += TILE_WIDTH / 2) {
      if (!inRows && x0 > marginX && x0 + TILE_WIDTH < width - marginX) continue;
      let rows = 0;
      for (let y = y0; y < y0 + TILE_HEIGHT; y += 1) {
        if (edgesOnRow(picture, y, x0, x0 + TILE_WIDTH) >= MIN_EDGES) rows += 1;
      }
      if (rows >= MIN_ROWS) return true;
    }
  }
  return false;
}
