import { expect, test } from 'vitest';
import { judgeFile } from '../../../tools/fuzz/judge-file.ts';
import { readGoldenDicom } from '../../platform/decode/dicom/golden-dicom.ts';
import { readGolden } from '../../platform/decode/golden-pictures.ts';

const PICTURES = [
  'grey.jpg',
  'colour420-progressive.jpg',
  'restarts.jpg',
  'grey16.png',
  'palette4-adam7.png',
  'pillow-rgb.png',
  'lossy.webp',
  'lossless-alpha.webp',
  'rgb565.bmp',
  'palette8.bmp',
].map((name) => ({ name, bytes: readGolden(name), everyth: 7 }));

const DICOM = [
  'pydicom-implicit-u12.dcm',
  'pydicom-explicit-s16.dcm',
  'pydicom-big-endian-u16.dcm',
  'pydicom-deflated-u8.dcm',
  'dcmtk-rle-u12.dcm',
  'dcmtk-jpeg-baseline-u8.dcm',
  'dcmtk-jpeg-extended-u12.dcm',
  'dcmtk-jpeg-lossless-p4-u12.dcm',
  'dcmtk-jpeg-lossless-sv1-rgb8.dcm',
  'dcmtk-jpeg-ls-u12.dcm',
  'openjpeg-jpeg-2000-u12.dcm',
  'openjph-htj2k-u12.dcm',
  'voi-second-table.dcm',
  'colour-palette-16.dcm',
].map((name) => ({ name, bytes: readGoldenDicom(name), everyth: 41 }));

/** Lengths near both ends, where headers and end marks are, and some between. */
function* lengths(total: number, everyth: number): Generator<number> {
  for (let length = 0; length < total; length++) {
    if (length <= 120 || length >= total - 40 || length % everyth === 0) yield length;
  }
}

test.each([...PICTURES, ...DICOM])('$name cut anywhere is an error', async (file) => {
  const { bytes, everyth, name } = file;
  expect(await judgeFile(bytes)).toMatchObject({ outcome: 'film', fault: null });
  for (const length of lengths(bytes.length, everyth)) {
    const { outcome, fault } = await judgeFile(bytes.subarray(0, length));
    expect({ length, fault }).toEqual({ length, fault: null });
    // What is cut from DICOM may have been padding or the mark of the end.
    if (name.endsWith('.dcm') && length >= bytes.length - 24) continue;
    expect({ length, outcome }).not.toEqual({ length, outcome: 'film' });
  }
});
