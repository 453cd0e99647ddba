import { ascii } from './ascii.ts';
import { codeElements } from './code.ts';
import { CODE } from './codes.ts';
import { type DerivedObject, derivedElements } from './derived-object.ts';
import type { Elements } from './element.ts';
import { writeFile } from './write-file.ts';

const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';

export interface CapturedPicture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, row by row from the top left. */
  readonly rgb: Uint8Array;
  /** How it came about: at most 1024 characters. */
  readonly derivation: string;
  /** What whoever sees it must know. */
  readonly comments: string;
  /** The source was compressed with loss at some time; null where that is not known. */
  readonly lossy: boolean | null;
  /** True where letters in the picture may name somebody; null where that is not known. */
  readonly namesBurnedIn: boolean | null;
}

function sourceImage({ kept }: DerivedObject): Elements {
  if (!kept?.source) return [];
  return [
    [
      '00082112',
      'SQ',
      [
        [
          ['00081150', 'UI', kept.source.sopClassUid],
          ['00081155', 'UI', kept.source.sopInstanceUid],
          ['0040A170', 'SQ', [codeElements(CODE.sourceImage)]],
        ],
      ],
    ],
  ];
}

/**
 * A coloured picture as a Secondary Capture Image (PS3.3 A.8.1), native RGB. Throws RangeError where
 * the picture's bytes are not three a pixel, or its sides are not 1 to 65535.
 */
export function writeSecondaryCapture(
  picture: CapturedPicture,
  object: DerivedObject,
): Uint8Array<ArrayBuffer> {
  const { width, height, rgb, lossy, namesBurnedIn } = picture;
  if (rgb.length !== width * height * 3 || Math.max(width, height) > 0xffff || rgb.length === 0) {
    throw new RangeError(`${rgb.length} bytes are no picture of ${width} x ${height}`);
  }
  return writeFile(SECONDARY_CAPTURE, object.instanceUid, [
    ...derivedElements(object, 'OT'),
    ...sourceImage(object),
    // Without it the series would have to name a side.
    ['00180015', 'CS', 'CHEST'],
    // SC Equipment (PS3.3 C.8.6.1): made on a workstation.
    ['00080064', 'CS', 'WSD'],
    // General Image (PS3.3 C.7.6.1).
    ['00080008', 'CS', 'DERIVED\\SECONDARY'],
    ['00082111', 'ST', ascii(picture.derivation, 1024)],
    ['00200020', 'CS', ''],
    ['00204000', 'LT', ascii(picture.comments, 10_240)],
    ...(namesBurnedIn === null
      ? []
      : ([['00280301', 'CS', namesBurnedIn ? 'YES' : 'NO']] satisfies Elements)),
    ...(lossy === null ? [] : ([['00282110', 'CS', lossy ? '01' : '00']] satisfies Elements)),
    // Image Pixel (PS3.3 C.7.6.3).
    ['00280002', 'US', 3],
    ['00280004', 'CS', 'RGB'],
    ['00280006', 'US', 0],
    ['00280010', 'US', height],
    ['00280011', 'US', width],
    ['00280100', 'US', 8],
    ['00280101', 'US', 8],
    ['00280102', 'US', 7],
    ['00280103', 'US', 0],
    ['7FE00010', 'OB', rgb],
  ]);
}
