import { useTranslation } from 'react-i18next';
import type { ClassifierCard } from '../../../models/card.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { Absent, CardSection } from './card-section.tsx';

/** When the answer is "indeterminate", and how often that is. */
export function ThresholdSection({
  indeterminateBelow,
  calibration,
}: Pick<ClassifierCard, 'indeterminateBelow' | 'calibration'>) {
  const { t } = useTranslation('modelCard');
  const { format } = useSpeech();
  const title = t('threshold.title');
  if (indeterminateBelow === null) {
    return (
      <CardSection title={title}>
        <Absent>{t('threshold.none')}</Absent>
      </CardSection>
    );
  }
  const at = calibration?.coverage.find(
    ({ threshold }) => Math.abs(threshold - indeterminateBelow) < 1e-6,
  );
  return (
    <CardSection title={title}>
      <p>{t('threshold.rule', { percent: format.percent(indeterminateBelow) })}</p>
      {at ? (
        <p>
          {t('threshold.coverage', {
            answered: format.percent(at.coverage),
            split: calibration?.split,
            right: format.percent(at.accuracy),
          })}
        </p>
      ) : (
        <Absent>{t('threshold.unknown')}</Absent>
      )}
    </CardSection>
  );
}
