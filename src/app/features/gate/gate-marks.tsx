import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import styles from './gate.module.css';

interface GateMarksProps {
  readonly study: ShownStudy;
  /** Leads to what the model was trained on. */
  readonly trainedOn: ReactNode;
}

/** What must be known beside an answer for good: refusals set aside, changes, warnings, failures. */
export function GateMarks({ study, trainedOn }: GateMarksProps) {
  const { t } = useTranslation('gate');
  const { t: common } = useTranslation('common');
  const { gateOverridden, corrections, warnings, recoveries = [] } = study;
  const list = (words: readonly string[]) => words.join(common('comma'));
  return (
    <>
      {gateOverridden.length > 0 && (
        <p className={styles.overridden} data-testid="overridden">
          <WarningIcon />
          {t('overridden', { codes: list(gateOverridden.map((code) => t(`refusals.${code}`))) })}
        </p>
      )}
      {corrections.length > 0 && (
        <p className={styles.corrected} data-testid="corrected">
          {t('corrected', {
            corrections: list(corrections.map((one) => t(`corrections.${one}`))),
          })}
        </p>
      )}
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={t('warningsTitle')}>
          {warnings.map((code) => (
            <li key={code}>
              {t(`warnings.${code}`)}
              {code === 'unfamiliar' && <> {trainedOn}</>}
            </li>
          ))}
        </ul>
      )}
      {recoveries.length > 0 && <p className={styles.hint}>{t('recovered')}</p>}
    </>
  );
}
