import type { Card } from '../../models/card.ts';
import { Absent, CardSection } from './card-section.tsx';
import { formatCount, formatFigure, formatInterval } from './format-figure.ts';
import { overallMetrics } from './group-metrics.ts';
import styles from './model-card.module.css';

/** The figures over all classes together, each with its interval and its films. */
export function FiguresSection({ metrics }: Pick<Card, 'metrics'>) {
  const overall = overallMetrics(metrics);
  return (
    <CardSection title="Measured">
      {overall.length === 0 && <Absent>The card gives no figures over all films.</Absent>}
      <dl className={styles.figures}>
        {overall.map((metric) => {
          const { name, dataset, split, n } = metric;
          const interval = formatInterval(metric);
          return (
            <div key={`${name} ${dataset} ${split}`}>
              <dt>{name}</dt>
              <dd className={styles.figure}>{formatFigure(metric)}</dd>
              <dd>{interval ? `95 % interval ${interval}` : 'no interval given'}</dd>
              <dd className={styles.aside}>
                {formatCount(n)} films, {dataset}, {split}
              </dd>
            </div>
          );
        })}
      </dl>
    </CardSection>
  );
}
