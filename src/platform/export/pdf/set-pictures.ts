import { INFERNO } from '../../../imaging/colour-map.ts';
import { GAP, innerWidth, MARGIN, type SetPart } from './set-part.ts';

/** Tall films do not push the words off the page. */
const TALLEST = 172;
const RAMP_HEIGHT = 5;

/** The colours of a heat map from cold to hot, in one row of pixels. */
const RAMP = { width: 256, height: 1, rgb: Uint8Array.from(INFERNO.rgb) };

/** The pictures side by side, each under its name; below the last one what its colours mean. */
export const setPictures: SetPart = (sheet, { pictures, legend }, y, scale) => {
  const column = (innerWidth(sheet) - GAP * (pictures.length - 1)) / pictures.length;
  const caption = { size: 8 * scale, bold: true };
  const heights = pictures.map(({ image }) =>
    Math.min(TALLEST, (column * image.height) / image.width),
  );
  const captions = Math.max(
    ...pictures.map((picture) => sheet.heightOf(picture.caption, column, caption)),
  );
  const top = y + captions + 2;
  pictures.forEach(({ caption: text, image }, i) => {
    const x = MARGIN + i * (column + GAP);
    const height = heights[i] as number;
    sheet.paragraph(text, x, y, column, caption);
    const width = (height * image.width) / image.height;
    sheet.picture(image, x + (column - width) / 2, top, width, height);
  });
  const small = { size: 7 * scale, muted: true };
  const bottom = top + Math.max(...heights);
  const x = MARGIN + (pictures.length - 1) * (column + GAP);
  const [little, most] = [sheet.measure(legend.little, small), sheet.measure(legend.most, small)];
  const baseline = bottom + 10 * scale;
  sheet.line(legend.little, x, baseline, small);
  sheet.line(legend.most, x + column, baseline, small, 'end');
  const ramp = column - little - most - 12;
  sheet.picture(RAMP, x + little + 6, baseline - RAMP_HEIGHT, ramp, RAMP_HEIGHT);
  return bottom + 18 * scale;
};
