import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Mask } from '../../src/imaging/film.ts';
import type { EngineView } from '../../src/models/engine.ts';
import { RefusedError } from '../../src/pipeline/errors.ts';
import { findLungs } from '../../src/pipeline/find-lungs.ts';
import { GATE_CODES } from '../../src/pipeline/gate/gate-codes.ts';
import type { DecodeFilm } from '../../src/platform/decode/create-film-decoder.ts';
import type { SegmentationPair } from './dataset.ts';
import { createProgressLog } from './log-progress.ts';
import { overlap } from './overlap.ts';
import type { MeasuredPair } from './segmentation-figures.ts';

async function readMask(path: string, decode: DecodeFilm): Promise<Mask> {
  const { width, height, data } = await decode(await readFile(path), basename(path));
  return { width, height, data: Uint8Array.from(data, (grey) => (grey > 127 ? 1 : 0)) };
}

/** Lungs of a film in the segmenter's square, whatever the gate says of it. */
async function lungsOf(path: string, decode: DecodeFilm, engine: EngineView): Promise<Mask> {
  const film = await decode(await readFile(path), basename(path));
  try {
    return (await findLungs(film, engine, { overrides: GATE_CODES })).lungs;
  } catch (error) {
    if (error instanceof RefusedError && error.known) return error.known.lungs;
    throw error;
  }
}

/** Compares the lungs that the pipeline finds with human masks of the segmenter's size. */
export async function measureLungs(
  pairs: readonly SegmentationPair[],
  decode: DecodeFilm,
  engine: EngineView,
): Promise<MeasuredPair[]> {
  const log = createProgressLog('lungs', pairs.length);
  const measured: MeasuredPair[] = [];
  for (const pair of pairs) {
    const lungs = await lungsOf(pair.imagePath, decode, engine);
    measured.push({ ...pair, ...overlap(lungs, await readMask(pair.maskPath, decode)) });
    log(measured.length);
  }
  return measured;
}
