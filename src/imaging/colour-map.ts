import { INFERNO_RGB_HEX } from './colour-map-inferno.ts';

/** 256 colours from cold to hot. */
export interface ColourMap {
  readonly name: string;
  /** 256 x 3 bytes: red, green, blue. */
  readonly rgb: Uint8Array;
}

function fromHex(name: string, hex: string): ColourMap {
  return {
    name,
    rgb: Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
      Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16),
    ),
  };
}

/** Perceptually uniform, lightness rising throughout, legible with colour-vision deficiency. */
export const INFERNO: ColourMap = fromHex('inferno', INFERNO_RGB_HEX);
