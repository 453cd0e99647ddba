import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Film, Mask } from '../../src/imaging/film.ts';
import type { EngineView } from '../../src/models/engine.ts';
import { RefusedError } from '../../src/pipeline/errors.ts';
import { findLungs } from '../../src/pipeline/find-lungs.ts';
import { GATE_CODES, ofTheFilm } from '../../src/pipeline/gate/gate-codes.ts';
import type { DecodeFilm } from '../../src/platform/decode/create-film-decoder.ts';
import type { SegmentationPair } from './dataset.ts';
import { createProgressLog } from './log-progress.ts';
import { overlap } from './overlap.ts';
import type { MeasuredPair } from './segmentation-figures.ts';

/** A picture of a mask: lung where it is brighter than half. */
export async function readMask(path: string, decode: DecodeFilm): Promise<Mask> {
  const { width, height, data } = await decode(await readFile(path), basename(path));
  return { width, height, data: Uint8Array.from(data, (grey) => (grey > 127 ? 1 : 0)) };
}

export interface LungsOfFilm {
  /** In the square of the card's mask size. */
  readonly lungs: Mask;
  /** Whether the gate would refuse the film for its lungs. */
  readonly refused: boolean;
}

/** Lungs of a film, whatever the gate says of it. */
export async function lungsOf(film: Film, engine: EngineView): Promise<LungsOfFilm> {
  try {
    const { lungs, gate } = await findLungs(film, engine, { overrides: GATE_CODES });
    const ofFilm = ofTheFilm(gate).gateOverridden.length;
    return { lungs, refused: gate.gateOverridden.length > ofFilm };
  } catch (error) {
    if (error instanceof RefusedError && error.known) {
      return { lungs: error.known.lungs, refused: true };
    }
    throw error;
  }
}

/** Compares the lungs that the pipeline finds with human masks of the same size. */
export async function measureLungs(
  pairs: readonly SegmentationPair[],
  decode: DecodeFilm,
  engine: EngineView,
): Promise<MeasuredPair[]> {
  const log = createProgressLog('lungs', pairs.length);
  const measured: MeasuredPair[] = [];
  for (const pair of pairs) {
    const film = await decode(await readFile(pair.imagePath), basename(pair.imagePath));
    const { lungs } = await lungsOf(film, engine);
    measured.push({ ...pair, ...overlap(lungs, await readMask(pair.maskPath, decode)) });
    log(measured.length);
  }
  return measured;
}
