import type { ShownFilm } from '../../../pipeline/shown-film.ts';

/** Something that can be drawn, and its own size. */
export type Layer = HTMLCanvasElement;

export function layer(width: number, height: number, rgba: Uint8ClampedArray<ArrayBuffer>): Layer {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas;
}

const OPAQUE = 0xff000000;

/** The film's picture as an opaque grey layer of its own size. */
export function filmLayer({
  picture: { width, height, grey8 },
}: Pick<ShownFilm, 'picture'>): Layer {
  const pixels = new Uint32Array(width * height);
  // Three equal bytes and full alpha: the same in either byte order but for the alpha, and every
  // platform with a browser is little-endian.
  for (let i = 0; i < pixels.length; i++) pixels[i] = ((grey8[i] as number) * 0x010101) | OPAQUE;
  return layer(width, height, new Uint8ClampedArray(pixels.buffer));
}
