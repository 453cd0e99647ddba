import { findElement, readString } from '../../../dicom/element-values.ts';
import type { ParserDataSet } from '../../../dicom/parser.ts';
import { readDataSet } from '../../../dicom/read-data-set.ts';
import type { DerivedObject } from '../../../dicom/write/derived-object.ts';
import { type PatientFields, readPatientFields } from '../../../dicom/write/patient-fields.ts';
import { uidFromUuid } from '../../../dicom/write/uid.ts';
import type { FilmSource } from '../../../platform/intake/film-source.ts';
import { readSource } from '../../../platform/intake/read-source.ts';
import { APP_VERSION } from './app-version.ts';

const LOSSY = 'x00282110';
const BURNED_IN = 'x00280301';

/** What the source file says that goes into objects made from its film. */
export interface SourceHeader {
  readonly kept: PatientFields | null;
  /** Null where it is not known. */
  readonly lossy: boolean | null;
  readonly namesBurnedIn: boolean | null;
}

const UNKNOWN: SourceHeader = { kept: null, lossy: null, namesBurnedIn: null };

function yes(dataSet: ParserDataSet, tag: string, value: string): boolean | null {
  return findElement(dataSet, tag) && readString(dataSet, tag) === value;
}

/** Reads the film's file again, its patient fields only where the reader asked to keep them. */
export async function readHeader(
  source: FilmSource,
  isDicom: boolean,
  keepPatient: boolean,
): Promise<SourceHeader> {
  if (source.kind === 'demo') return { kept: null, lossy: false, namesBurnedIn: false };
  if (!isDicom) return UNKNOWN;
  const { dataSet } = readDataSet(await readSource(source));
  return {
    kept: keepPatient ? readPatientFields(dataSet) : null,
    // Once lossy, always lossy (PS3.3 C.7.6.1.1.5); the absence of a statement is none.
    lossy: yes(dataSet, LOSSY, '01'),
    namesBurnedIn: yes(dataSet, BURNED_IN, 'YES'),
  };
}

const newUid = () => uidFromUuid(crypto.randomUUID());

/** New identifiers for an object that is made now. */
export function newObject(created: Date, { kept }: SourceHeader): DerivedObject {
  return {
    studyUid: newUid(),
    seriesUid: newUid(),
    instanceUid: newUid(),
    created,
    softwareVersion: APP_VERSION,
    kept,
  };
}
