/** npm run demo-film: writes the synthetic film for the parity tests, as an 8-bit PNG. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { encode } from 'fast-png';
import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';

const FOLDER = 'test/golden/shipped';

const { film } = syntheticFilm();
const data = Uint8Array.from(film.data, Math.round);
mkdirSync(FOLDER, { recursive: true });
writeFileSync(
  `${FOLDER}/film.png`,
  encode({ width: film.width, height: film.height, data, channels: 1, depth: 8 }),
);
