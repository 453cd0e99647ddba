import { useTranslation } from 'react-i18next';
import type { Card } from '../../../models/card.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { Absent, CardSection } from './card-section.tsx';
import { formatFigure, formatInterval } from './format-figure.ts';
import { overallMetrics } from './group-metrics.ts';
import styles from './model-card.module.css';

/** The figures over all classes together, each with its interval and its films. */
export function FiguresSection({ metrics }: Pick<Card, 'metrics'>) {
  const { t } = useTranslation('modelCard');
  const speech = useSpeech();
  const overall = overallMetrics(metrics);
  return (
    <CardSection title={t('figures.title')}>
      {overall.length === 0 && <Absent>{t('figures.none')}</Absent>}
      <dl className={styles.figures}>
        {overall.map((metric) => {
          const { name, dataset, split, n } = metric;
          const interval = formatInterval(metric, speech);
          return (
            <div key={`${name} ${dataset} ${split}`}>
              <dt lang="en">{name}</dt>
              <dd className={styles.figure}>{formatFigure(metric, speech)}</dd>
              <dd>{interval ? t('figures.interval', { interval }) : t('figures.noInterval')}</dd>
              <dd className={styles.aside}>
                {t('figures.films', { count: n, films: speech.format.count(n), dataset, split })}
              </dd>
            </div>
          );
        })}
      </dl>
    </CardSection>
  );
}
