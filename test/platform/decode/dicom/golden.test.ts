import { expect, test } from 'vitest';
import { loadCodecNode } from '../../../../src/cli/load-codec-node.ts';
import { TRANSFER_SYNTAXES } from '../../../../src/dicom/transfer-syntax.ts';
import type { Film } from '../../../../src/imaging/film.ts';
import { createFilmDecoder } from '../../../../src/platform/decode/create-film-decoder.ts';
import {
  differenceOf,
  GREYS,
  readGoldenDicom,
  readGreys,
  STORED,
  unpackGolden,
} from './golden-dicom.ts';

const decode = createFilmDecoder(loadCodecNode);
const pick = ({ data, dicom }: Film) => ({ data, dicom });

test.each(STORED)('$file has the stored values that pydicom reads', async (golden) => {
  const { data } = await unpackGolden(golden.file);
  const { largest, share } = differenceOf(golden, data);
  expect(largest).toBeLessThanOrEqual(golden.tolerance);
  expect(share).toBeLessThan(0.5);
});

test.each(GREYS)('$file comes out in the greys of pydicom', async (golden) => {
  const options = golden.window === undefined ? {} : { window: golden.window };
  const film = await decode(readGoldenDicom(golden.file), 'a film', options);
  expect(film).toMatchObject({
    name: 'a film',
    format: 'dicom',
    width: golden.width,
    height: golden.height,
    maxValue: golden.maxValue,
    dicom: { window: film.dicom?.windows[golden.window ?? 0] },
  });
  const expected = readGreys(golden);
  expect(film.data.length).toBe(expected.length);
  const differences = expected.map((grey, i) => Math.abs(grey - (film.data[i] as number)));
  expect(differences.reduce((a, b) => Math.max(a, b))).toBeLessThanOrEqual(golden.greyTolerance);
});

test('a Buffer, whose slices share memory, is read as the same bytes are and stays as it is', async () => {
  for (const file of ['pydicom-explicit-u12.dcm', 'odd-overlay-bits.dcm', 'dcmtk-rle-u12.dcm']) {
    const bytes = readGoldenDicom(file);
    const buffer = Buffer.concat([Buffer.from([1, 2, 3]), bytes]).subarray(3);
    const { data, dicom } = await decode(buffer, file);
    expect({ data, dicom }).toEqual(pick(await decode(bytes, file)));
    expect(new Uint8Array(buffer)).toEqual(bytes);
  }
});

test('kinds of JPEG in DICOM that are not read are named', async () => {
  const bytes = readGoldenDicom('dcmtk-jpeg-baseline-u8.dcm');
  const frame = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0);
  bytes[frame + 1] = 0xc9;
  await expect(decode(bytes, 'x')).rejects.toMatchObject({
    code: 'unsupported-dicom',
    message: 'An arithmetic-coded JPEG file cannot be read.',
  });
  const twelve = readGoldenDicom('dcmtk-jpeg-extended-u12.dcm');
  const header = twelve.findIndex((byte, i) => byte === 0xff && twelve[i + 1] === 0xc1);
  twelve[header + 1] = 0xc2;
  await expect(decode(twelve, 'x')).rejects.toMatchObject({ code: 'unsupported-dicom' });
});

test('every transfer syntax that is read is among the files, and lossless ones allow no difference', () => {
  const syntaxes = new Set(STORED.map(({ syntax }) => syntax));
  expect([...TRANSFER_SYNTAXES.keys()].filter((uid) => !syntaxes.has(uid))).toEqual([]);
  for (const { file, syntax, tolerance } of STORED) {
    const lossless = TRANSFER_SYNTAXES.get(syntax)?.lossless;
    expect({ file, exact: tolerance === 0 }).toMatchObject(lossless ? { file, exact: true } : {});
  }
});
