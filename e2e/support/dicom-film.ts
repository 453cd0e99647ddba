import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';
import { filmFile, type WrittenElement } from '../../test/dicom/write-dicom.ts';
import type { TestFile } from './reader-page.ts';

/** The synthetic film as 12-bit DICOM with these elements; its greys, made 16 times as large, go through `stored`. */
export function dicomFilm(
  name: string,
  elements: readonly WrittenElement[],
  stored: (grey: number) => number = (grey) => grey,
): TestFile {
  const { width, height, data } = syntheticFilm().film;
  const bytes = filmFile(
    ['00280010', 'US', [height]],
    ['00280011', 'US', [width]],
    ['7FE00010', 'OW', Array.from(data, (grey) => stored(grey * 16))],
    ...elements,
  );
  // Not all systems know DICOM's media type.
  return { name, mimeType: '', buffer: Buffer.from(bytes) };
}

/** One window over all greys. */
export const WHOLE_WINDOW: readonly WrittenElement[] = [
  ['00281050', 'DS', '2048'],
  ['00281051', 'DS', '4096'],
];

/** With two windows, the second of which shows half of the greys. */
export const dicomWithWindows = (name: string): TestFile =>
  dicomFilm(name, [
    ['00281050', 'DS', '2048\\1024'],
    ['00281051', 'DS', '4096\\2048'],
    ['00281055', 'LO', 'All\\Dark half'],
  ]);
