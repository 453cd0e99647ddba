import { resample } from '../resample.ts';
import type { Grey8Image } from './rgb-image.ts';

/** The picture no larger than `longest` on its longer side; itself where it is not. */
export function shrinkGrey(picture: Grey8Image, longest: number): Grey8Image {
  const scale = longest / Math.max(picture.width, picture.height);
  if (scale >= 1) return picture;
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  const { width, height, data } = resample(
    { width: picture.width, height: picture.height, data: Float32Array.from(picture.grey8) },
    side(picture.width),
    side(picture.height),
  );
  return { width, height, grey8: Uint8ClampedArray.from(data) };
}
