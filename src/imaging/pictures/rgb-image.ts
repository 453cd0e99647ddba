/** A coloured picture: `rgb` holds height x width x 3 bytes, row by row from the top left. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array<ArrayBuffer>;
}

/** A grey picture of 8 bits, as it is shown. */
export interface Grey8Image {
  readonly width: number;
  readonly height: number;
  readonly grey8: Uint8ClampedArray;
}

export type Rgb = readonly [red: number, green: number, blue: number];

export function greyToRgb({ width, height, grey8 }: Grey8Image): RgbImage {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < grey8.length; i++) rgb.fill(grey8[i] as number, i * 3, i * 3 + 3);
  return { width, height, rgb };
}

/** Lays `colour` over pixel `index`, `alpha` (0 to 1) of it. */
export function blendPixel(rgb: Uint8Array, index: number, colour: Rgb, alpha: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const at = index * 3 + channel;
    const under = rgb[at] as number;
    rgb[at] = Math.round(under + ((colour[channel] as number) - under) * alpha);
  }
}
