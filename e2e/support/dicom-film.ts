import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';
import { dataSet, dicomFile, filmWith } from '../../test/dicom/write-dicom.ts';
import type { TestFile } from './reader-page.ts';

const SIDE = 1024;

/** The synthetic film as 12-bit DICOM with two windows, the second of which shows half of the greys. */
export function dicomWithWindows(name: string): TestFile {
  const { width, height, data } = syntheticFilm().film;
  if (width !== SIDE || height !== SIDE) throw new Error('the synthetic film has another size');
  const pixels = Uint16Array.from(data, (grey) => grey * 16);
  const body = dataSet(
    filmWith(
      ['00280010', 'US', [SIDE]],
      ['00280011', 'US', [SIDE]],
      ['00281050', 'DS', '2048\\1024'],
      ['00281051', 'DS', '4096\\2048'],
      ['00281055', 'LO', 'All\\Dark half'],
      ['7FE00010', 'OW', new Uint8Array(pixels.buffer)],
    ),
  );
  return { name, mimeType: 'application/dicom', buffer: Buffer.from(dicomFile(body)) };
}
