import type { DicomFacts } from '../imaging/dicom-facts.ts';
import { readString, readStrings } from './element-values.ts';
import type { ParserDataSet } from './parser.ts';
import { readAgeYears } from './patient-age.ts';
import { readPixelSpacing } from './pixel-spacing.ts';
import { TAG } from './tags.ts';

const LATERALITIES = ['R', 'L', 'U', 'B'] as const;

/** A code string (PS3.5 table 6.2-1, CS), or null; whatever else a file may hold there is dropped. */
function readCode(dataSet: ParserDataSet, tag: string): string | null {
  const value = readString(dataSet, tag)?.toUpperCase() ?? '';
  return /^[A-Z0-9_ ]{1,16}$/.test(value) ? value : null;
}

function readLaterality(dataSet: ParserDataSet): DicomFacts['laterality'] {
  const value =
    readCode(dataSet, TAG.imageLaterality) ?? readCode(dataSet, TAG.laterality) ?? undefined;
  return LATERALITIES.find((laterality) => laterality === value) ?? null;
}

/** What the data set says about the film apart from its pixels. No name, no identifier, no date. */
export function readFilmFacts(
  dataSet: ParserDataSet,
): Omit<DicomFacts, 'window' | 'windows' | 'bitsStored' | 'transferSyntax' | 'frames'> {
  const orientation = readStrings(dataSet, TAG.patientOrientation).join('\\');
  return {
    modality: readCode(dataSet, TAG.modality),
    bodyPart: readCode(dataSet, TAG.bodyPart),
    viewPosition: readCode(dataSet, TAG.viewPosition),
    laterality: readLaterality(dataSet),
    patientOrientation: /^[A-Z]{1,3}\\[A-Z]{1,3}$/.test(orientation) ? orientation : null,
    patientAgeYears: readAgeYears(dataSet),
    spacing: readPixelSpacing(dataSet),
  };
}
