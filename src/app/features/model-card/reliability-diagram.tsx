import { useTranslation } from 'react-i18next';
import type { ClassifierCard } from '../../../models/card.ts';
import { useSpeech } from '../../i18n/speech.ts';
import styles from './model-card.module.css';

type Bins = NonNullable<ClassifierCard['calibration']>['reliability'];

/** The square of the plot, in the SVG's own units, and the room for the axes' words. */
const SIDE = 180;
const LEFT = 46;
const TOP = 8;
const BOTTOM = 38;
const TICKS = [0, 0.5, 1];

const x = (share: number) => LEFT + share * SIDE;
const y = (share: number) => TOP + (1 - share) * SIDE;

/** Area like the number of films; small bins stay visible. */
function radius(n: number, most: number): number {
  return 2 + 4.5 * Math.sqrt(n / most);
}

/** Top probability against the share that was right; on the dashed line both are equal. */
export function ReliabilityDiagram({ bins }: { bins: Bins }) {
  const { t } = useTranslation('modelCard');
  const { format } = useSpeech();
  const filled = bins.filter(({ n }) => n > 0);
  const most = Math.max(1, ...filled.map(({ n }) => n));
  const line = filled.map(({ confidence, accuracy }) => `${x(confidence)},${y(accuracy)}`);
  return (
    <svg
      className={styles.diagram}
      viewBox={`0 0 ${LEFT + SIDE + 20} ${TOP + SIDE + BOTTOM}`}
      role="img"
      aria-label={t('calibration.diagram', { count: filled.length })}
    >
      <rect className={styles.plot} x={x(0)} y={y(1)} width={SIDE} height={SIDE} />
      {TICKS.map((tick) => (
        <g key={tick}>
          <text x={x(tick)} y={y(0) + 15} textAnchor="middle">
            {format.wholePercent(tick)}
          </text>
          <text x={x(0) - 6} y={y(tick) + 4} textAnchor="end">
            {format.wholePercent(tick)}
          </text>
        </g>
      ))}
      <text x={x(0.5)} y={y(0) + 32} textAnchor="middle">
        {t('calibration.axisTop')}
      </text>
      <text textAnchor="middle" transform={`translate(10 ${y(0.5)}) rotate(-90)`}>
        {t('calibration.axisRight')}
      </text>
      <line className={styles.ideal} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <polyline className={styles.curve} points={line.join(' ')} />
      {filled.map(({ confidence, accuracy, n }) => (
        <circle
          key={confidence}
          className={styles.dot}
          cx={x(confidence)}
          cy={y(accuracy)}
          r={radius(n, most)}
        />
      ))}
    </svg>
  );
}
