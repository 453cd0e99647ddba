import type { Film, GreyImage } from '../../imaging/film.ts';
import { resample } from '../../imaging/resample.ts';
import { scaleGreys } from '../../imaging/scale-greys.ts';
import type { EngineView } from '../../models/engine.ts';
import { requireAlive, runModel } from '../run-model.ts';
import { checkFindings } from './check-findings.ts';
import { isBlank } from './contrast.ts';
import type { GateCode, GateFinding, GateRecord } from './gate-codes.ts';
import { headerFindings } from './header-findings.ts';
import { NOTHING_SAID, passGate } from './pass-gate.ts';

/** In film pixels. Of the 6,026 training films of shared data only one original is smaller (127). */
const SMALLEST_SIDE_PX = 128;

async function askFilmCheck(film: GreyImage, engine: EngineView): Promise<GateFinding[]> {
  if (!engine.filmCheck) return [];
  const { card, check } = engine.filmCheck;
  const { size, range } = card.input;
  const square = scaleGreys(resample(film, size, size), range);
  const logits = await runModel('film check', () => check(square.data));
  requireAlive(logits, card.findings.length, 'film check logits');
  return checkFindings(logits, card);
}

/**
 * The gate before the lungs are sought: size, contrast, what the header says, and what the film
 * check network sees. Rejects with RefusedError unless `overrides` sets aside what was found.
 */
export async function checkFilm(
  film: Film,
  engine: EngineView,
  overrides: readonly GateCode[] = [],
): Promise<GateRecord> {
  const { width, height } = film;
  const params = { width, height, least: SMALLEST_SIDE_PX };
  const small = Math.min(width, height) < SMALLEST_SIDE_PX;
  const { size } = engine.segmenter.input;
  const blank = isBlank(resample(film, size, size));
  const findings: GateFinding[] = [
    ...(small ? [{ code: 'film-too-small', params } as const] : []),
    ...(blank ? [{ code: 'no-contrast' } as const] : []),
    ...headerFindings(film.dicom),
    // A blank picture has nothing to be seen on.
    ...(blank ? [] : await askFilmCheck(film, engine)),
  ];
  return passGate(NOTHING_SAID, findings, overrides);
}
