import type { Metric } from '../../../models/card.ts';
import type { Speech } from '../../i18n/speech.ts';

/** An area under a curve is told as 0.928, every other figure as a percentage. */
const IS_AREA = /\bau(ro)?c\b/i;

type Figure = Pick<Metric, 'name' | 'value'>;

export function formatFigure({ name, value }: Figure, { format }: Speech): string {
  return IS_AREA.test(name) ? format.decimals(value, 3) : format.percent(value);
}

/** "70.4 to 77.8 %"; null where the card gives no interval. */
export function formatInterval(
  { name, interval }: Pick<Metric, 'name' | 'interval'>,
  { t, format }: Speech,
): string | null {
  if (!interval) return null;
  const [low, high] = interval;
  const [from, to] = IS_AREA.test(name)
    ? [format.decimals(low, 3), format.decimals(high, 3)]
    : [format.decimals(low * 100, 1), format.percent(high)];
  return t('format:range', { low: from, high: to });
}
