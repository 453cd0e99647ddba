import { readSource } from '../../../platform/intake/read-source.ts';
import type { JournalFilm } from '../../../platform/storage/session/session-journal.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import { extensionOf } from './film-names.ts';

/** Enough to tell a DICOM file. */
const HEAD_BYTES = 1024;

/** A DICOM file without whatever names its patient; other files as they are. */
async function withoutIdentity(blob: Blob): Promise<Blob> {
  const { isDicom } = await import('../../../dicom/sniff-dicom.ts');
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  if (!isDicom(head)) return blob;
  const { deidentifyDicom } = await import('../../../dicom/deidentify/deidentify-dicom.ts');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return new Blob(deidentifyDicom(bytes, () => crypto.randomUUID()) as BlobPart[], {
    type: 'application/dicom',
  });
}

/** What the journal keeps of a film. Rejects where its file cannot be read, or not be de-identified. */
export async function toJournalFilm({ id, addedAt, source }: FilmEntry): Promise<JournalFilm> {
  const base = { id, addedAt, extension: extensionOf(source.name) };
  if (source.kind === 'demo') return { ...base, blob: null, dicom: null, window: null };
  // What lies in an archive is taken out of it: others in there may not be in the list.
  const whole =
    source.kind === 'file' ? source.blob : new Blob([(await readSource(source)) as BlobPart]);
  const blob = await withoutIdentity(whole);
  return { ...base, blob, dicom: source.dicom ?? null, window: source.window ?? null };
}
