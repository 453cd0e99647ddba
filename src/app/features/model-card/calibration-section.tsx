import { useTranslation } from 'react-i18next';
import type { ClassifierCard } from '../../../models/card.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { Absent, CardSection } from './card-section.tsx';
import styles from './model-card.module.css';
import { ReliabilityDiagram } from './reliability-diagram.tsx';
import { WideTable } from './wide-table.tsx';

/** How far the probabilities can be believed. */
export function CalibrationSection({
  calibration,
  temperature,
}: Pick<ClassifierCard, 'calibration' | 'temperature'>) {
  const { t } = useTranslation('modelCard');
  const { format } = useSpeech();
  const cooled = format.decimals(temperature, 2);
  if (!calibration) {
    return (
      <CardSection title={t('calibration.title')}>
        <Absent>{t('calibration.none', { temperature: cooled })}</Absent>
      </CardSection>
    );
  }
  const { before, after, reliability, dataset, split, n } = calibration;
  const rows = [
    [t('calibration.before'), before],
    [t('calibration.after', { temperature: cooled }), after],
  ] as const;
  return (
    <CardSection title={t('calibration.title')}>
      <p>{t('calibration.measured', { count: n, films: format.count(n), dataset, split })}</p>
      <div className={styles.calibration}>
        <ReliabilityDiagram bins={reliability} />
        <div className={styles.tables}>
          <WideTable caption={t('calibration.caption')}>
            <thead>
              <tr>
                <th scope="col">{t('column.scaling')}</th>
                <th scope="col">{t('column.ece')}</th>
                <th scope="col">{t('column.brier')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, { ece, brier }]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{format.decimals(ece, 3)}</td>
                  <td>{format.decimals(brier, 3)}</td>
                </tr>
              ))}
            </tbody>
          </WideTable>
          <details className={styles.more}>
            <summary>{t('calibration.table')}</summary>
            <WideTable caption={t('calibration.tableCaption')}>
              <thead>
                <tr>
                  <th scope="col">{t('column.top')}</th>
                  <th scope="col">{t('column.right')}</th>
                  <th scope="col">{t('column.films')}</th>
                </tr>
              </thead>
              <tbody>
                {reliability
                  .filter((bin) => bin.n > 0)
                  .map((bin) => (
                    <tr key={bin.confidence}>
                      <th scope="row">{format.percent(bin.confidence)}</th>
                      <td>{format.percent(bin.accuracy)}</td>
                      <td>{format.count(bin.n)}</td>
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
