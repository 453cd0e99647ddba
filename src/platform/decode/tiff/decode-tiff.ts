import { luma } from '../../../imaging/luma.ts';
import { corrupt } from '../decode-error.ts';
import type { Picture } from '../picture.ts';
import { turnPicture } from '../turn-picture.ts';
import { readTiffLayout, type TiffLayout } from './tiff-layout.ts';
import { readTiffSamples } from './tiff-samples.ts';

/** Grey of the pixel whose samples begin at `at`. */
type GreyAt = (samples: Uint16Array, at: number) => number;

/** Colour maps have 16 bits: all reds, all greens, all blues (TIFF 6.0, section 5). */
function paletteGrey({ bits, colourMap }: TiffLayout): GreyAt {
  const count = 2 ** bits;
  if (colourMap.length < 3 * count) throw corrupt('TIFF', 'palette-incomplete');
  const high = (at: number) => (colourMap[at] as number) >> 8;
  const greys = Array.from({ length: count }, (_, i) =>
    luma(high(i), high(count + i), high(2 * count + i)),
  );
  return (samples, at) => greys[samples[at] as number] as number;
}

function greyReader(layout: TiffLayout): GreyAt {
  if (layout.photometric === 'palette') return paletteGrey(layout);
  if (layout.photometric === 'rgb') {
    return (samples, at) =>
      luma(samples[at] as number, samples[at + 1] as number, samples[at + 2] as number);
  }
  const top = 2 ** layout.bits - 1;
  const scale = layout.bits < 8 ? 255 / top : 1;
  if (layout.photometric === 'white-is-zero') {
    return (samples, at) => (top - (samples[at] as number)) * scale;
  }
  return (samples, at) => (samples[at] as number) * scale;
}

/**
 * TIFF bytes, first page -> grey picture: grey of 1, 4, 8 or 16 bits, RGB of 8 or 16, palettes; plain,
 * LZW, deflate or PackBits; strips, tiles, planes. Alpha is dropped.
 * Throws DecodeError 'unsupported-format', 'corrupt-image' or 'too-large'.
 */
export function decodeTiff(bytes: Uint8Array): Picture {
  const layout = readTiffLayout(bytes);
  const { width, height, samplesPerPixel } = layout;
  const samples = readTiffSamples(bytes, layout);
  const greyAt = greyReader(layout);
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = greyAt(samples, i * samplesPerPixel);
  const picture: Picture = { width, height, data, maxValue: layout.bits === 16 ? 65_535 : 255 };
  return turnPicture(picture, layout.orientation);
}
