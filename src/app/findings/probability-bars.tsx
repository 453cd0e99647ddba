import * as ToggleGroup from '@radix-ui/react-toggle-group';
import { useTranslation } from 'react-i18next';
import { LABELS, type Label, type PerLabel } from '../../models/labels.ts';
import { useSpeech } from '../i18n/speech.ts';
import styles from './probability-bars.module.css';

interface ProbabilityBarsProps {
  readonly top: Label;
  readonly probabilities: PerLabel<number>;
  /** The class whose heat map is shown. */
  readonly chosen: Label;
  readonly onChoose: (label: Label) => void;
  /** Below it nothing is named; null where there is no such threshold. */
  readonly threshold?: number | null;
}

/** The five classes in a fixed order, so that films can be compared at a glance. */
export function ProbabilityBars({
  probabilities,
  top,
  chosen,
  onChoose,
  threshold = null,
}: ProbabilityBarsProps) {
  const { t } = useTranslation('findings');
  const { t: common } = useTranslation('common');
  const { format, labels } = useSpeech();
  return (
    <ToggleGroup.Root
      className={styles.bars}
      type="single"
      orientation="vertical"
      value={chosen}
      // Pressing the chosen class again must not leave none chosen.
      onValueChange={(label) => label && onChoose(label as Label)}
      aria-label={t('shownClass')}
    >
      {LABELS.map((label) => {
        const percent = format.percent(probabilities[label]);
        return (
          <ToggleGroup.Item
            key={label}
            value={label}
            className={styles.row}
            data-top={label === top}
            aria-label={common('named', { label: labels[label], percent })}
          >
            <span className={styles.name}>{labels[label]}</span>
            <span className={styles.percent}>{percent}</span>
            <span className={styles.track}>
              <span
                className={styles.fill}
                data-testid={`bar-${label}`}
                style={{ width: `${probabilities[label] * 100}%` }}
              />
              {threshold !== null && (
                <span
                  className={styles.threshold}
                  data-testid={`threshold-${label}`}
                  style={{ insetInlineStart: `${threshold * 100}%` }}
                />
              )}
            </span>
          </ToggleGroup.Item>
        );
      })}
    </ToggleGroup.Root>
  );
}
