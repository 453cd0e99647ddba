import type { DicomFacts } from '../../../imaging/dicom-facts.ts';
import type { GreyWindow } from '../../../imaging/window-level.ts';
import type { ShownPicture, ShownStudy } from '../../../pipeline/shown-film.ts';
import { type PackedStudy, packStudy } from '../../store/packed-study.ts';

/** What is kept of a reading. Its film has no name, and its age is one with others above 89. */
export interface CaseReading {
  readonly study: PackedStudy;
  /** In greys of the pixels that are kept. */
  readonly window: GreyWindow;
}

/** PS3.15 E.3.4: ages above 89 single out a person. */
const OLDEST_YEARS = 90;

function withoutIdentity(facts: DicomFacts): DicomFacts {
  const { patientAgeYears: years } = facts;
  return { ...facts, patientAgeYears: years && Math.min(OLDEST_YEARS, Math.floor(years)) };
}

export function toCaseReading(
  study: ShownStudy,
  thumbnail: ShownPicture,
  window: GreyWindow,
): CaseReading {
  const packed = packStudy(study);
  const { dicom, ...film } = packed.film;
  return {
    window,
    study: {
      ...packed,
      film: {
        ...film,
        name: '',
        picture: thumbnail,
        thumbnail,
        ...(dicom && { dicom: withoutIdentity(dicom) }),
      },
    },
  };
}
