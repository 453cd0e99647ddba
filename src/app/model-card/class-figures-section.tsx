import type { Card, Metric } from '../../models/card.ts';
import { LABEL_NAMES } from '../label-names.ts';
import { Absent, CardSection } from './card-section.tsx';
import { formatCount, formatFigure, formatInterval } from './format-figure.ts';
import { type ClassTable, classTables } from './group-metrics.ts';
import styles from './model-card.module.css';
import { WideTable } from './wide-table.tsx';

function Cell({ metric, withCount }: { metric: Metric | null; withCount: boolean }) {
  if (!metric) return <td>not given</td>;
  return (
    <td>
      {formatFigure(metric)}
      <small>{formatInterval(metric) ?? 'no interval'}</small>
      {withCount && <small>{formatCount(metric.n)} films</small>}
    </td>
  );
}

function Table({ dataset, split, names, rows }: ClassTable) {
  const sameCounts = rows.every(({ n }) => n !== null);
  return (
    <WideTable
      caption={`Figures of each class, ${dataset}, ${split}; below each, its 95 % interval`}
    >
      <thead>
        <tr>
          <th scope="col">Class</th>
          {sameCounts && <th scope="col">Films</th>}
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
            <th scope="row">{LABEL_NAMES[label]}</th>
            {sameCounts && n !== null && <td>{formatCount(n)}</td>}
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
  const tables = classTables(metrics);
  return (
    <CardSection title="Class by class">
      {tables.length === 0 && <Absent>The card gives no figures of single classes.</Absent>}
      <div className={styles.tables}>
        {tables.map((table) => (
          <Table key={`${table.dataset} ${table.split}`} {...table} />
        ))}
      </div>
    </CardSection>
  );
}
