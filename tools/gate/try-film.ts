import type { Film } from '../../src/imaging/film.ts';
import { type LungShape, lungShape } from '../../src/imaging/lung-shape.ts';
import { resample } from '../../src/imaging/resample.ts';
import { scaleGreys } from '../../src/imaging/scale-greys.ts';
import type { EngineView } from '../../src/models/engine.ts';
import { analyse } from '../../src/pipeline/analyse.ts';
import { RefusedError } from '../../src/pipeline/errors.ts';
import { checkFilm } from '../../src/pipeline/gate/check-film.ts';
import type { GateCode } from '../../src/pipeline/gate/gate-codes.ts';

export interface Verdict {
  readonly refused: boolean;
  /** Refusals or, where it was read, warnings. */
  readonly codes: readonly GateCode[];
  readonly shape: LungShape | null;
}

const refusal = (error: unknown): Verdict => {
  if (!(error instanceof RefusedError)) throw error;
  return {
    refused: true,
    codes: error.findings.map(({ code }) => code),
    shape: error.known && lungShape(error.known.lungs),
  };
};

/** The gate before the lungs are sought, alone. */
export async function tryCheck(film: Film, engine: EngineView): Promise<Verdict> {
  try {
    const { warnings } = await checkFilm(film, engine);
    return { refused: false, codes: warnings, shape: null };
  } catch (error) {
    return refusal(error);
  }
}

/** The app's whole pipeline. */
export async function tryWhole(film: Film, engine: EngineView): Promise<Verdict> {
  try {
    const { warnings, lungs } = await analyse(film, engine);
    return { refused: false, codes: warnings, shape: lungShape(lungs) };
  } catch (error) {
    return refusal(error);
  }
}

/** The film check's logits by their codes. */
export async function checkLogits(
  film: Film,
  { filmCheck }: EngineView,
): Promise<ReadonlyMap<GateCode, number>> {
  if (!filmCheck) throw new Error('there is no film check to measure');
  const { size, range } = filmCheck.card.input;
  const logits = await filmCheck.check(scaleGreys(resample(film, size, size), range).data);
  return new Map(filmCheck.card.findings.map(({ code }, i) => [code, logits[i] as number]));
}
