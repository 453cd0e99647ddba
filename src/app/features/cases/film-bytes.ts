import type { FilmSource } from '../../../platform/intake/film-source.ts';
import { readSource } from '../../../platform/intake/read-source.ts';

/**
 * What makes a film the same film, whatever window it is seen through and whatever is corrected: its
 * pixels as a DICOM file stores them, which outlast that the rest of the file is taken away for a
 * reload; or the whole of another file. Rejects with CodedError.
 */
export async function filmBytes(source: FilmSource): Promise<Uint8Array<ArrayBuffer>> {
  if (source.kind === 'demo') return new TextEncoder().encode(source.kind);
  const [{ isDicom }, { readDicom }, bytes] = await Promise.all([
    import('../../../dicom/sniff-dicom.ts'),
    import('../../../dicom/read-dicom.ts'),
    readSource(source),
  ]);
  return (isDicom(bytes) ? readDicom(bytes).frame : bytes) as Uint8Array<ArrayBuffer>;
}
