import type { GreyImage, Mask } from './film.ts';

/** A rectangle of whole pixels inside a picture. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function cropInto<A extends Float32Array | Uint8Array>(
  from: { readonly width: number; readonly data: A },
  { left, top, width, height }: PixelBox,
  into: A,
): A {
  for (let y = 0; y < height; y++) {
    const start = (top + y) * from.width + left;
    into.set(from.data.subarray(start, start + width), y * width);
  }
  return into;
}

/** The part of a picture inside the box, which must lie inside the picture. */
export function cropGrey(image: GreyImage, box: PixelBox): GreyImage {
  const { width, height } = box;
  return { width, height, data: cropInto(image, box, new Float32Array(width * height)) };
}

/** The part of a mask inside the box, which must lie inside the mask. */
export function cropMask(mask: Mask, box: PixelBox): Mask {
  const { width, height } = box;
  return { width, height, data: cropInto(mask, box, new Uint8Array(width * height)) };
}
