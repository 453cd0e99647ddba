import type { ShownFilm } from '../../../pipeline/shown-film.ts';
import type { FilmSource } from '../../../platform/intake/film-source.ts';

/** Where the patient fields of a film are: in its file, nowhere, or left behind at a reload. */
export type PatientFieldsAt = 'here' | 'none' | 'gone';

export function patientFieldsAt(source: FilmSource, { format }: ShownFilm): PatientFieldsAt {
  if (format !== 'dicom') return 'none';
  return source.kind === 'file' && source.restored ? 'gone' : 'here';
}
