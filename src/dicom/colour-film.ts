import { luma } from '../imaging/luma.ts';
import { corruptDicom, unsupportedDicom } from './dicom-error.ts';
import { findElement } from './element-values.ts';
import { lookUp, readLookupTable } from './lookup-table.ts';
import type { ParserDataSet } from './parser.ts';
import type { PixelDescription } from './pixel-description.ts';
import type { StoredPixels } from './stored-pixels.ts';
import { TAG } from './tags.ts';

export interface ColourFilm {
  readonly data: Float32Array;
  readonly maxValue: 255 | 65535;
}

/** Stored values of a sample stretched to the whole of 8 or 16 bits, whichever is next. */
function stretch(bitsStored: number): { maxValue: 255 | 65535; scale: number } {
  const maxValue = bitsStored > 8 ? 65_535 : 255;
  return { maxValue, scale: maxValue / (2 ** bitsStored - 1) };
}

/** Pixel by pixel through three tables of colours (PS3.3 C.7.6.3.1.5). */
function paletteFilm(dataSet: ParserDataSet, { data: stored }: StoredPixels): ColourFilm {
  if (TAG.segmentedPaletteData.some((tag) => findElement(dataSet, tag))) {
    throw unsupportedDicom('segmented-palette');
  }
  const [red, green, blue] = TAG.paletteDescriptors.map((descriptor, i) =>
    readLookupTable(dataSet, { descriptor, data: TAG.paletteData[i] as string }, false),
  );
  if (!red || !green || !blue) throw corruptDicom('palette-incomplete');
  const { maxValue, scale } = stretch(Math.max(red.bits, green.bits, blue.bits));
  const data = Float32Array.from(stored, (index) =>
    luma(lookUp(red, index) * scale, lookUp(green, index) * scale, lookUp(blue, index) * scale),
  );
  return { data, maxValue };
}

/**
 * A colour film's greys. Windows do not apply to colours (PS3.3 C.11.2). The first sample of
 * YBR_FULL is the same luma of red, green and blue that makes other colours grey (C.7.6.3.1.2);
 * JPEG 2000 decoders have undone YBR_ICT and YBR_RCT.
 */
export function colourFilm(
  dataSet: ParserDataSet,
  pixels: PixelDescription,
  stored: StoredPixels,
): ColourFilm {
  if (stored.photometric === 'PALETTE COLOR') return paletteFilm(dataSet, stored);
  const { maxValue, scale } = stretch(pixels.bitsStored);
  const samples = stored.data;
  const data = new Float32Array(samples.length / 3);
  const luminanceFirst = stored.photometric === 'YBR_FULL';
  for (let i = 0, at = 0; i < data.length; i++, at += 3) {
    const first = samples[at] as number;
    data[i] = luminanceFirst
      ? first * scale
      : luma(
          first * scale,
          (samples[at + 1] as number) * scale,
          (samples[at + 2] as number) * scale,
        );
  }
  return { data, maxValue };
}
