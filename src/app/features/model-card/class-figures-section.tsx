import { useTranslation } from 'react-i18next';
import type { Card, Metric } from '../../../models/card.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { Absent, CardSection } from './card-section.tsx';
import { formatFigure, formatInterval } from './format-figure.ts';
import { type ClassTable, classTables } from './group-metrics.ts';
import styles from './model-card.module.css';
import { WideTable } from './wide-table.tsx';

function Cell({ metric, withCount }: { metric: Metric | null; withCount: boolean }) {
  const { t } = useTranslation('modelCard');
  const speech = useSpeech();
  if (!metric) return <td>{t('classes.notGiven')}</td>;
  const films = speech.format.count(metric.n);
  return (
    <td>
      {formatFigure(metric, speech)}
      <small>{formatInterval(metric, speech) ?? t('classes.noInterval')}</small>
      {withCount && <small>{t('classes.films', { count: metric.n, films })}</small>}
    </td>
  );
}

function Table({ dataset, split, names, rows }: ClassTable) {
  const { t } = useTranslation('modelCard');
  const { format, labels } = useSpeech();
  const sameCounts = rows.every(({ n }) => n !== null);
  return (
    <WideTable caption={t('classes.caption', { dataset, split })}>
      <thead>
        <tr>
          <th scope="col">{t('column.class')}</th>
          {sameCounts && <th scope="col">{t('column.films')}</th>}
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, n, figures }) => (
          <tr key={label}>
            <th scope="row">{labels[label]}</th>
            {sameCounts && n !== null && <td>{format.count(n)}</td>}
            {figures.map((metric, index) => (
              <Cell key={names[index]} metric={metric} withCount={!sameCounts} />
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

export function ClassFiguresSection({ metrics }: Pick<Card, 'metrics'>) {
  const { t } = useTranslation('modelCard');
  const tables = classTables(metrics);
  return (
    <CardSection title={t('classes.title')}>
      {tables.length === 0 && <Absent>{t('classes.none')}</Absent>}
      <div className={styles.tables}>
        {tables.map((table) => (
          <Table key={`${table.dataset} ${table.split}`} {...table} />
        ))}
      </div>
    </CardSection>
  );
}
