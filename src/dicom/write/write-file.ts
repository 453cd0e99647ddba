import { asciiBytes, concat, type Elements, encodeElements } from './element.ts';
import { uidFromUuid } from './uid.ts';

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
/** Names this writer in every file's meta information (PS3.10 7.1); drawn once, for good. */
const IMPLEMENTATION_CLASS_UID = uidFromUuid('5c1b0d4e-8f0a-4c57-9f0e-3f5d0f2a7b61');
const IMPLEMENTATION_VERSION = 'MANET_READER_1';

/** A data set as a DICOM file (PS3.10 7.1): preamble, meta information, explicit little endian. */
export function writeFile(
  sopClassUid: string,
  sopInstanceUid: string,
  dataSet: Elements,
): Uint8Array<ArrayBuffer> {
  const meta = encodeElements([
    ['00020001', 'OB', Uint8Array.of(0, 1)],
    ['00020002', 'UI', sopClassUid],
    ['00020003', 'UI', sopInstanceUid],
    ['00020010', 'UI', EXPLICIT_LITTLE_ENDIAN],
    ['00020012', 'UI', IMPLEMENTATION_CLASS_UID],
    ['00020013', 'SH', IMPLEMENTATION_VERSION],
  ]);
  const body = encodeElements([
    ['00080016', 'UI', sopClassUid],
    ['00080018', 'UI', sopInstanceUid],
    ...dataSet,
  ]);
  return concat([
    new Uint8Array(128),
    asciiBytes('DICM'),
    encodeElements([['00020000', 'UL', meta.length]]),
    meta,
    body,
  ]);
}
