import { expect, test } from 'vitest';
import { loadCodecNode } from '../../../src/cli/load-codec-node.ts';
import { createFilmDecoder } from '../../../src/platform/decode/create-film-decoder.ts';
import { GOLDEN_PICTURES, readGolden, readGrey } from './golden-pictures.ts';

const decode = createFilmDecoder(loadCodecNode);

test.each(GOLDEN_PICTURES)('$file has the grey values that Pillow reads', async (golden) => {
  const film = await decode(readGolden(golden.file), 'a film');
  expect(film).toMatchObject({
    name: 'a film',
    format: golden.file.split('.')[1]?.replace('jpg', 'jpeg'),
    width: golden.width,
    height: golden.height,
    maxValue: golden.maxValue,
  });
  const grey = readGrey(golden);
  expect(film.data.length).toBe(grey.length);
  if (golden.tolerance === 0) {
    expect([...film.data]).toEqual(grey);
    return;
  }
  const differences = grey.map((value, i) => Math.abs(value - (film.data[i] as number)));
  expect(Math.max(...differences)).toBeLessThanOrEqual(golden.tolerance);
  expect(differences.reduce((sum, value) => sum + value, 0) / grey.length).toBeLessThan(0.5);
});

test('every kind of the formats is among them', () => {
  const count = (ending: string) =>
    GOLDEN_PICTURES.filter(({ file }) => file.endsWith(ending)).length;
  expect({ png: count('png'), bmp: count('bmp'), jpg: count('jpg'), webp: count('webp') }).toEqual({
    png: 32,
    bmp: 11,
    jpg: 8,
    webp: 3,
  });
});
