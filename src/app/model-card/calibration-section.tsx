import type { ClassifierCard } from '../../models/card.ts';
import { formatPercent } from '../format.ts';
import { Absent, CardSection } from './card-section.tsx';
import { formatCount } from './format-figure.ts';
import styles from './model-card.module.css';
import { ReliabilityDiagram } from './reliability-diagram.tsx';
import { WideTable } from './wide-table.tsx';

/** How far the probabilities can be believed. */
export function CalibrationSection({
  calibration,
  temperature,
}: Pick<ClassifierCard, 'calibration' | 'temperature'>) {
  if (!calibration) {
    return (
      <CardSection title="Can the probabilities be believed?">
        <Absent>
          This has not been measured. The network's outputs are divided by {temperature.toFixed(2)}{' '}
          before they become probabilities.
        </Absent>
      </CardSection>
    );
  }
  const { before, after, reliability, dataset, split, n } = calibration;
  const rows = [
    ['before', before],
    [`after, temperature ${temperature.toFixed(2)}`, after],
  ] as const;
  return (
    <CardSection title="Can the probabilities be believed?">
      <p>
        Measured on {formatCount(n)} films, {dataset}, {split}. Smaller errors are better.
      </p>
      <div className={styles.calibration}>
        <ReliabilityDiagram bins={reliability} />
        <div className={styles.tables}>
          <WideTable caption="Calibration error (ECE) and Brier score, before and after scaling">
            <thead>
              <tr>
                <th scope="col">Scaling</th>
                <th scope="col">ECE</th>
                <th scope="col">Brier</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, { ece, brier }]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{ece.toFixed(3)}</td>
                  <td>{brier.toFixed(3)}</td>
                </tr>
              ))}
            </tbody>
          </WideTable>
          <details className={styles.more}>
            <summary>The diagram as a table</summary>
            <WideTable caption="Films by their top probability, and how many of them were right">
              <thead>
                <tr>
                  <th scope="col">Top probability</th>
                  <th scope="col">Right</th>
                  <th scope="col">Films</th>
                </tr>
              </thead>
              <tbody>
                {reliability
                  .filter((bin) => bin.n > 0)
                  .map((bin) => (
                    <tr key={bin.confidence}>
                      <th scope="row">{formatPercent(bin.confidence)}</th>
                      <td>{formatPercent(bin.accuracy)}</td>
                      <td>{formatCount(bin.n)}</td>
                    </tr>
                  ))}
              </tbody>
            </WideTable>
          </details>
        </div>
      </div>
    </CardSection>
  );
}
