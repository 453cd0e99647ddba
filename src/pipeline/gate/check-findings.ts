import type { FilmCheckCard } from '../../models/card.ts';
import type { GateFinding } from './gate-codes.ts';

/**
 * The findings of the film check whose logit lies above the card's threshold. Of a picture that is
 * no chest film nothing else can be said.
 */
export function checkFindings(logits: Float32Array, { findings }: FilmCheckCard): GateFinding[] {
  const found = findings.filter(
    ({ thresholdLogit }, i) => thresholdLogit !== null && (logits[i] as number) > thresholdLogit,
  );
  const stranger = found.find(({ code }) => code === 'not-a-chest');
  return (stranger ? [stranger] : found).map(({ code }) => ({ code }));
}
