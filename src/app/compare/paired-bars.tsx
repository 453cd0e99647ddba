import * as ToggleGroup from '@radix-ui/react-toggle-group';
import { LABELS, type Label, type PerLabel } from '../../models/labels.ts';
import { formatPercent } from '../format.ts';
import { LABEL_NAMES } from '../label-names.ts';
import { Letter } from './letter.tsx';
import styles from './paired-bars.module.css';
import { differenceWords } from './verdict.ts';

export interface NamedProbabilities {
  readonly title: string;
  /** Null until the model has read the film. */
  readonly probabilities: PerLabel<number> | null;
}

interface PairedBarsProps {
  readonly first: NamedProbabilities;
  readonly second: NamedProbabilities;
  /** The class whose heat maps are shown. */
  readonly chosen: Label;
  readonly onChoose: (label: Label) => void;
}

interface BarProps {
  readonly of: 'A' | 'B';
  readonly share: number | undefined;
  /** Where the other model's bar ends. */
  readonly mark?: number | undefined;
}

function Bar({ of, share, mark }: BarProps) {
  return (
    <span className={styles.bar} data-of={of}>
      <Letter of={of} />
      <span className={styles.track}>
        {share !== undefined && (
          <span className={styles.fill} data-of={of} style={{ width: `${share * 100}%` }} />
        )}
        {mark !== undefined && <span className={styles.mark} style={{ left: `${mark * 100}%` }} />}
      </span>
      <span className={styles.percent}>{share === undefined ? '–' : formatPercent(share)}</span>
    </span>
  );
}

/** Both models' probabilities, class by class on one scale; choosing a class shows its heat. */
export function PairedBars({ first, second, chosen, onChoose }: PairedBarsProps) {
  return (
    <div>
      <div className={styles.titles} aria-hidden="true">
        <span>
          <Letter of="A" /> {first.title}
        </span>
        <span>
          <Letter of="B" /> {second.title}
        </span>
      </div>
      <ToggleGroup.Root
        className={styles.rows}
        type="single"
        orientation="vertical"
        value={chosen}
        // Pressing the chosen class again must not leave none chosen.
        onValueChange={(label) => label && onChoose(label as Label)}
        aria-label="Class whose heat maps are shown"
      >
        {LABELS.map((label) => {
          const [a, b] = [first.probabilities?.[label], second.probabilities?.[label]];
          const both = a !== undefined && b !== undefined;
          const difference = both ? differenceWords(a, b) : '';
          const parts = [
            a !== undefined && `${first.title} ${formatPercent(a)}`,
            b !== undefined && `${second.title} ${formatPercent(b)}`,
            difference,
          ];
          return (
            <ToggleGroup.Item
              key={label}
              value={label}
              className={styles.row}
              aria-label={`${LABEL_NAMES[label]}: ${parts.filter(Boolean).join(', ')}`}
            >
              <span className={styles.name}>{LABEL_NAMES[label]}</span>
              <Bar of="A" share={a} />
              <Bar of="B" share={b} mark={both ? a : undefined} />
              <span className={styles.difference}>{difference}</span>
            </ToggleGroup.Item>
          );
        })}
      </ToggleGroup.Root>
    </div>
  );
}
