import type { FilmCheckCard } from '../../models/card.ts';
import type { GateCode, GateFinding } from './gate-codes.ts';

/** Found in a picture, each of these leaves nothing else to say, the first of them before the others. */
const ALONE: readonly GateCode[] = ['not-a-chest', 'two-films'];

/** What was not learned of side views. */
const NOT_OF_SIDE_VIEWS: readonly GateCode[] = ['cropped', 'mirrored'];

/**
 * The findings of the film check whose logit lies above the card's threshold, as far as they have a
 * meaning beside each other (training/manet/networks/film_check.py).
 */
export function checkFindings(logits: Float32Array, { findings }: FilmCheckCard): GateFinding[] {
  const found = findings
    .filter(
      ({ thresholdLogit }, i) => thresholdLogit !== null && (logits[i] as number) > thresholdLogit,
    )
    .map(({ code }): GateCode => code);
  const alone = ALONE.find((code) => found.includes(code));
  if (alone) return [{ code: alone }];
  const said = found.includes('lateral')
    ? found.filter((code) => !NOT_OF_SIDE_VIEWS.includes(code))
    : found;
  return said.map((code) => ({ code }));
}
