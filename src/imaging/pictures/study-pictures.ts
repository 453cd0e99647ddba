import { INFERNO } from '../colour-map.ts';
import type { GreyImage, Mask } from '../film.ts';
import { type HeatGrid, upsampleHeat } from '../heat-overlay.ts';
import { drawOutline } from './draw-outline.ts';
import { lungField } from './lung-field.ts';
import { blendPixel, type Grey8Image, greyToRgb, type Rgb, type RgbImage } from './rgb-image.ts';

const LINE: Rgb = [127, 208, 224];
const HALO: Rgb = [0, 0, 0];
/** Of the picture's longer side: as thick on a small picture as on a large one. */
const PEN = 1 / 340;

const fieldOf = (film: Grey8Image, lungs: Mask): GreyImage =>
  lungField(lungs, film.width, film.height);

function outline(picture: RgbImage, field: GreyImage): void {
  const penPx = Math.max(1.5, Math.max(picture.width, picture.height) * PEN);
  // A dark band keeps the line visible on white bone and black air alike.
  drawOutline(picture, field, HALO, penPx * 2);
  drawOutline(picture, field, LINE, penPx);
}

/** The film with the outline of its lungs. */
export function outlinePicture(film: Grey8Image, lungs: Mask): RgbImage {
  const picture = greyToRgb(film);
  outline(picture, fieldOf(film, lungs));
  return picture;
}

/** What the second network sees: the film inside the lungs, black outside. */
export function cutOutPicture(film: Grey8Image, lungs: Mask): RgbImage {
  const picture = greyToRgb(film);
  const { data } = fieldOf(film, lungs);
  for (let i = 0; i < data.length; i++) {
    if ((data[i] as number) < 0.5) picture.rgb.fill(0, i * 3, i * 3 + 3);
  }
  return picture;
}

/** The film under a heat map as strong as `opacity` (0 to 1) says, with the lungs' outline. */
export function heatPicture(
  film: Grey8Image,
  lungs: Mask,
  heat: HeatGrid,
  opacity: number,
): RgbImage {
  const picture = greyToRgb(film);
  const { data } = upsampleHeat(heat, film.width, film.height);
  for (let i = 0; i < data.length; i++) {
    const value = Math.min(1, Math.max(0, data[i] as number));
    const entry = Math.round(value * 255) * 3;
    const [red = 0, green = 0, blue = 0] = INFERNO.rgb.subarray(entry, entry + 3);
    blendPixel(picture.rgb, i, [red, green, blue], value * opacity);
  }
  outline(picture, fieldOf(film, lungs));
  return picture;
}
