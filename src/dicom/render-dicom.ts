import type { DicomFacts } from '../imaging/dicom-facts.ts';
import { colourFilm } from './colour-film.ts';
import { readFilmFacts } from './film-facts.ts';
import { greyFilm } from './grey-film.ts';
import type { DicomFile } from './read-dicom.ts';
import type { StoredPixels } from './stored-pixels.ts';

export interface RenderedDicom {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
  readonly maxValue: 255 | 65535;
  readonly dicom: DicomFacts;
}

const COLOURS = 'None: colour film';

/** Unpacked pixels -> the grey film and its facts. `chosenWindow` counts in `dicom.windows`. */
export function renderDicom(
  { dataSet, syntax, pixels }: DicomFile,
  stored: StoredPixels,
  chosenWindow = 0,
): RenderedDicom {
  const grey = stored.photometric.startsWith('MONOCHROME');
  const film = grey
    ? { ...greyFilm(dataSet, pixels, stored.data, chosenWindow), maxValue: 65_535 as const }
    : { ...colourFilm(dataSet, pixels, stored), window: COLOURS, windows: [COLOURS] };
  return {
    width: pixels.columns,
    height: pixels.rows,
    data: film.data,
    maxValue: film.maxValue,
    dicom: {
      window: film.window,
      windows: film.windows,
      bitsStored: pixels.bitsStored,
      transferSyntax: syntax.name,
      frames: pixels.frames,
      ...readFilmFacts(dataSet),
    },
  };
}
