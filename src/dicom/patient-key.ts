import { readString } from './element-values.ts';
import { readDataSet } from './read-data-set.ts';

export interface CaseFacts {
  /** What tells this patient from others: issuer and Patient ID (PS3.3 C.7.1.1); never to be kept as it is. */
  readonly patientKey: string | null;
  /** What the file says of text burned into its pixels; a secondary capture that is silent may have some. */
  readonly burnedIn: 'yes' | 'no' | 'unknown';
}

/** All secondary captures (PS3.4 B.5). */
const SECONDARY_CAPTURE = /^1\.2\.840\.10008\.5\.1\.4\.1\.1\.7(\.\d)?$/;

/** What must be known of a DICOM file before its film is kept. Throws DicomError. */
export function readCaseFacts(bytes: Uint8Array): CaseFacts {
  const { dataSet } = readDataSet(bytes);
  const id = readString(dataSet, 'x00100020');
  const issuer = readString(dataSet, 'x00100021') ?? '';
  const said = readString(dataSet, 'x00280301')?.toUpperCase();
  const captured = SECONDARY_CAPTURE.test(readString(dataSet, 'x00080016') ?? '');
  return {
    patientKey: id === null ? null : JSON.stringify([issuer, id]),
    burnedIn: said === 'YES' ? 'yes' : said === 'NO' || !captured ? 'no' : 'unknown',
  };
}
