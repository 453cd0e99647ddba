import type { Reason } from '../errors/reasons.ts';
import { unsupportedDicom } from './dicom-error.ts';

/** How the pixels are packed (PS3.5 8.2 and annex A). */
type Packing = 'native' | 'rle' | 'jpeg' | 'jpeg-lossless' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k';

export interface TransferSyntax {
  readonly uid: string;
  readonly name: string;
  readonly packing: Packing;
  /** Pixels come out as they went in. Transfer syntaxes that leave it to the file count as lossy. */
  readonly lossless: boolean;
  /** The data set names every element's value representation (PS3.5 7.1). */
  readonly explicit: boolean;
  readonly littleEndian: boolean;
  /** The whole data set is one raw deflate stream (PS3.5 A.5). */
  readonly deflated: boolean;
}

const UID = '1.2.840.10008.1.2';

export const IMPLICIT_LITTLE = UID;
export const EXPLICIT_LITTLE = `${UID}.1`;
export const EXPLICIT_BIG = `${UID}.2`;

const plain = { explicit: true, littleEndian: true, deflated: false, lossless: true } as const;

function packed(uid: string, name: string, packing: Packing, lossless: boolean): TransferSyntax {
  return { ...plain, uid: `${UID}.4.${uid}`, name, packing, lossless };
}

/** PS3.6 table A-1. */
const KNOWN: readonly TransferSyntax[] = [
  { ...plain, uid: UID, name: 'implicit, little endian', packing: 'native', explicit: false },
  { ...plain, uid: EXPLICIT_LITTLE, name: 'explicit, little endian', packing: 'native' },
  { ...plain, uid: `${UID}.1.99`, name: 'deflated', packing: 'native', deflated: true },
  { ...plain, uid: EXPLICIT_BIG, name: 'big endian', packing: 'native', littleEndian: false },
  { ...plain, uid: `${UID}.5`, name: 'RLE', packing: 'rle' },
  packed('50', 'JPEG, baseline', 'jpeg', false),
  packed('51', 'JPEG, extended', 'jpeg', false),
  packed('57', 'JPEG, lossless', 'jpeg-lossless', true),
  packed('70', 'JPEG, lossless, first-order', 'jpeg-lossless', true),
  packed('80', 'JPEG-LS, lossless', 'jpeg-ls', true),
  packed('81', 'JPEG-LS, near-lossless', 'jpeg-ls', false),
  packed('90', 'JPEG 2000, lossless', 'jpeg-2000', true),
  packed('91', 'JPEG 2000', 'jpeg-2000', false),
  packed('201', 'HTJ2K, lossless', 'htj2k', true),
  packed('202', 'HTJ2K, lossless, RPCL', 'htj2k', true),
  packed('203', 'HTJ2K', 'htj2k', false),
];

/** Known ones that are not read. */
const NOT_READ: Readonly<Record<string, Reason>> = {
  [`${UID}.4.52`]: 'dicom-arithmetic-jpeg',
  [`${UID}.4.53`]: 'dicom-retired-jpeg',
  [`${UID}.4.55`]: 'dicom-retired-jpeg',
  [`${UID}.4.92`]: 'dicom-multi-component',
  [`${UID}.4.93`]: 'dicom-multi-component',
  [`${UID}.4.110`]: 'dicom-jpeg-xl',
  [`${UID}.4.111`]: 'dicom-jpeg-xl',
  [`${UID}.4.112`]: 'dicom-jpeg-xl',
};

export const TRANSFER_SYNTAXES: ReadonlyMap<string, TransferSyntax> = new Map(
  KNOWN.map((syntax) => [syntax.uid, syntax]),
);

/** Throws DicomError 'unsupported-dicom'. */
export function transferSyntax(uid: string): TransferSyntax {
  const known = TRANSFER_SYNTAXES.get(uid);
  if (known) return known;
  // MPEG-2, MPEG-4 and HEVC (PS3.5 8.2.5 to 8.2.8, 8.2.11).
  if (/^1\.2\.840\.10008\.1\.2\.4\.10\d(\.1)?$/.test(uid)) throw unsupportedDicom('dicom-video');
  const shown = uid.replace(/[^0-9.]/g, '?').slice(0, 64);
  throw unsupportedDicom(
    NOT_READ[uid] ?? { code: 'dicom-transfer-syntax', params: { uid: shown } },
  );
}
