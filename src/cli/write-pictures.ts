import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encode } from 'fast-png';
import type { Film, Mask } from '../imaging/film.ts';
import { heatToGrey8, upsampleHeat } from '../imaging/heat-overlay.ts';
import { resampleMask } from '../imaging/resample-mask.ts';
import { LABELS } from '../models/labels.ts';
import type { Study } from '../pipeline/study.ts';
import { FileError } from './read-file.ts';

/** Writes one film's pictures, all 8-bit grey PNG of the film's size. They throw FileError. */
export interface PictureWriter {
  film(film: Film): Promise<void>;
  mask(film: Film, lungs: Mask): Promise<void>;
  heatMaps(study: Study): Promise<void>;
}

type Grey8 = Uint8Array | Uint8ClampedArray;

/** A writer to `<folder>/<name>.film.png`, `.mask.png` (0 or 255) and `.cam.<label>.png`. */
export function createPictureWriter(folder: string, name: string): PictureWriter {
  async function write(ending: string, { width, height }: Film, data: Grey8): Promise<void> {
    const path = join(folder, `${name}.${ending}.png`);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, encode({ width, height, data, channels: 1, depth: 8 }));
    } catch (cause) {
      throw new FileError(
        'cannot-write',
        `${path} cannot be written.`,
        'Check the folder’s rights and the room on its disk.',
        { cause },
      );
    }
  }

  return {
    film: (film) =>
      write(
        'film',
        film,
        Uint8ClampedArray.from(film.data, (grey) => (grey * 255) / film.maxValue),
      ),
    mask: (film, lungs) => {
      const { data } = resampleMask(lungs, film.width, film.height);
      return write(
        'mask',
        film,
        data.map((inside) => inside * 255),
      );
    },
    heatMaps: async ({ film, heatMaps }) => {
      for (const label of LABELS) {
        const heat = upsampleHeat(heatMaps[label], film.width, film.height);
        await write(`cam.${label}`, film, heatToGrey8(heat));
      }
    },
  };
}
