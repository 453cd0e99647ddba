import type { GreyImage, Mask } from '../film.ts';
import { resample } from '../resample.ts';
import { blur } from '../synthetic/blur.ts';

/** Mask pixels over which an edge is smoothed, so that no pixel steps show. */
const SIGMA_MASK_PX = 1.2;

/**
 * The mask as a smooth field over width x height pixels: about 1 inside, 0 outside, one half on the
 * edge. The mask is a square, as segmenters give it; it is stretched to the picture's shape.
 */
export function lungField(mask: Mask, width: number, height: number): GreyImage {
  const data = blur(Float32Array.from(mask.data), mask.width, SIGMA_MASK_PX);
  return resample({ width: mask.width, height: mask.height, data }, width, height);
}
