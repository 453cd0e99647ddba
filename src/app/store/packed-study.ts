import type { Mask } from '../../imaging/film.ts';
import { decodeRuns, encodeRuns, type RunLengthMask } from '../../imaging/run-length.ts';
import type { ShownFilm, ShownStudy } from '../../pipeline/shown-film.ts';

/** A study without what can be had again: no picture but the thumbnail, masks as runs; some 25 kB. */
export interface PackedStudy extends Omit<ShownStudy, 'lungs' | 'rawLungs'> {
  readonly lungs: RunLengthMask;
  readonly rawLungs: RunLengthMask | null;
}

export function isReduced({ picture, thumbnail }: ShownFilm): boolean {
  return picture === thumbnail;
}

/** The thumbnail takes the picture's place until the film is decoded again. */
export function reduceFilm(film: ShownFilm): ShownFilm {
  return isReduced(film) ? film : { ...film, picture: film.thumbnail };
}

export function packStudy(study: ShownStudy): PackedStudy {
  const { film, lungs, rawLungs } = study;
  return {
    ...study,
    film: reduceFilm(film),
    lungs: encodeRuns(lungs),
    rawLungs: rawLungs && encodeRuns(rawLungs),
  };
}

/** Its masks are unpacked whenever they are asked for, so that a list of these stays small. */
export function unpackStudy({ lungs, rawLungs, ...study }: PackedStudy): ShownStudy {
  const masks = {
    get lungs(): Mask {
      return decodeRuns(lungs);
    },
    get rawLungs(): Mask | null {
      return rawLungs && decodeRuns(rawLungs);
    },
  };
  // Not by a spread, which would unpack them here.
  return Object.defineProperties(study, Object.getOwnPropertyDescriptors(masks)) as ShownStudy;
}

export const reduceStudy = (study: ShownStudy): ShownStudy => unpackStudy(packStudy(study));
