import type { GreyImage, Mask } from '../imaging/film.ts';
import { keepLargest } from '../imaging/keep-largest.ts';
import { localContrast } from '../imaging/local-contrast.ts';
import { scaleGreys } from '../imaging/scale-greys.ts';
import type { EngineView } from '../models/engine.ts';
import { type Look, lookForLungs } from './look-for-lungs.ts';
import { postProcess } from './post-process.ts';

/** How far a pixel's neighbourhood reaches, as a share of the film's side. */
const REACH_FRACTION = 1 / 8;

/**
 * Stage 1 once more, with the film's local contrast evened, in which opaque lungs show
 * (docs/decisions/0015). Of what is found two objects are kept: evened noise around the chest can
 * look like lung.
 */
export async function lookAgain(
  square: GreyImage,
  engine: EngineView,
): Promise<Look & { readonly lungs: Mask }> {
  const { input, postprocess } = engine.segmenter;
  const scaled = scaleGreys(square, input.range);
  const evened = localContrast(scaled, Math.round(REACH_FRACTION * square.width));
  const look = await lookForLungs(evened, engine);
  return {
    ...look,
    lungs: keepLargest(postProcess(look.rawLungs, postprocess), 2),
  };
}
