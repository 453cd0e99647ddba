import type { CaseFacts } from '../../../dicom/patient-key.ts';
import type { FilmSource } from '../../../platform/intake/film-source.ts';
import { readSource } from '../../../platform/intake/read-source.ts';

/** Pictures say nothing of text in them: the detector alone does. */
const OF_A_PICTURE: CaseFacts = { patientKey: null, burnedIn: 'no' };

/** Whose film it is, and whether its file warns of burned-in text. */
export async function readSourceFacts(source: FilmSource): Promise<CaseFacts> {
  if (source.kind === 'demo') return OF_A_PICTURE;
  const [{ isDicom }, { readCaseFacts }, bytes] = await Promise.all([
    import('../../../dicom/sniff-dicom.ts'),
    import('../../../dicom/patient-key.ts'),
    readSource(source),
  ]);
  return isDicom(bytes) ? readCaseFacts(bytes) : OF_A_PICTURE;
}
