import * as ToggleGroup from '@radix-ui/react-toggle-group';
import { useTranslation } from 'react-i18next';
import type { Label, PerLabel } from '../../../models/labels.ts';
import { useSpeech } from '../../i18n/speech.ts';
import rows from '../../ui/class-rows.module.css';
import { ClassRows } from '../../ui/class-rows.tsx';
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

/** What the network says of each class; choosing one shows its heat map. */
export function ProbabilityBars({
  probabilities,
  top,
  chosen,
  onChoose,
  threshold = null,
}: ProbabilityBarsProps) {
  const { t } = useTranslation('answer');
  const { t: common } = useTranslation('common');
  const { format, labels } = useSpeech();
  return (
    <div className={styles.bars}>
      <ClassRows
        name={t('shownClass')}
        chosen={chosen}
        onChoose={onChoose}
        row={(label) => {
          const percent = format.percent(probabilities[label]);
          return (
            <ToggleGroup.Item
              key={label}
              value={label}
              className={`${rows.row} ${styles.row}`}
              data-top={label === top}
              aria-label={common('named', { label: labels[label], percent })}
            >
              <span className={rows.name}>{labels[label]}</span>
              <span className={rows.percent}>{percent}</span>
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
        }}
      />
    </div>
  );
}
