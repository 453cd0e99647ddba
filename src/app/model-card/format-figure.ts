import type { Metric } from '../../models/card.ts';
import { formatPercent } from '../format.ts';

/** An area under a curve is told as 0.928, every other figure as a percentage. */
const IS_AREA = /\bau(ro)?c\b/i;

export function formatFigure({ name, value }: Pick<Metric, 'name' | 'value'>): string {
  return IS_AREA.test(name) ? value.toFixed(3) : formatPercent(value);
}

/** "70.4 to 77.8 %"; null where the card gives no interval. */
export function formatInterval({ name, interval }: Pick<Metric, 'name' | 'interval'>) {
  if (!interval) return null;
  const [low, high] = interval;
  if (IS_AREA.test(name)) return `${low.toFixed(3)} to ${high.toFixed(3)}`;
  return `${(low * 100).toFixed(1)} to ${formatPercent(high)}`;
}

export function formatCount(n: number): string {
  return n.toLocaleString('en-GB');
}
