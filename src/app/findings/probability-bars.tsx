import * as ToggleGroup from '@radix-ui/react-toggle-group';
import { LABELS, type Label, type PerLabel } from '../../models/labels.ts';
import { formatPercent } from '../format.ts';
import { LABEL_NAMES } from '../label-names.ts';
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
  return (
    <ToggleGroup.Root
      className={styles.bars}
      type="single"
      orientation="vertical"
      value={chosen}
      // Pressing the chosen class again must not leave none chosen.
      onValueChange={(label) => label && onChoose(label as Label)}
      aria-label="Class whose heat map is shown"
    >
      {LABELS.map((label) => {
        const percent = formatPercent(probabilities[label]);
        return (
          <ToggleGroup.Item
            key={label}
            value={label}
            className={styles.row}
            data-top={label === top}
            aria-label={`${LABEL_NAMES[label]}, ${percent}`}
          >
            <span className={styles.name}>{LABEL_NAMES[label]}</span>
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
                  style={{ left: `${threshold * 100}%` }}
                />
              )}
            </span>
          </ToggleGroup.Item>
        );
      })}
    </ToggleGroup.Root>
  );
}
