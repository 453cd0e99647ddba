import * as ToggleGroup from '@radix-ui/react-toggle-group';
import { useTranslation } from 'react-i18next';
import type { Label, PerLabel } from '../../../models/labels.ts';
import { useSpeech } from '../../i18n/speech.ts';
import rows from '../../ui/class-rows.module.css';
import { ClassRows } from '../../ui/class-rows.tsx';
import { useHeatShortcuts } from '../../ui/shortcuts/use-heat-shortcuts.ts';
import { Letter } from './letter.tsx';
import styles from './paired-bars.module.css';
import { differenceWords } from './verdict.ts';

interface NamedProbabilities {
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
  const { format } = useSpeech();
  return (
    <span className={styles.bar} data-of={of}>
      <Letter of={of} />
      <span className={styles.track}>
        {share !== undefined && (
          <span className={styles.fill} data-of={of} style={{ width: `${share * 100}%` }} />
        )}
        {mark !== undefined && (
          <span className={styles.mark} style={{ insetInlineStart: `${mark * 100}%` }} />
        )}
      </span>
      <span className={`${rows.percent} ${styles.percent}`}>
        {share === undefined ? '–' : format.percent(share)}
      </span>
    </span>
  );
}

/** Both models' probabilities, class by class on one scale; choosing a class shows its heat. */
export function PairedBars({ first, second, chosen, onChoose }: PairedBarsProps) {
  useHeatShortcuts(onChoose);
  const { t } = useTranslation('compare');
  const { t: common } = useTranslation('common');
  const speech = useSpeech();
  const { format, labels } = speech;
  const part = (title: string, share: number | undefined) =>
    share !== undefined && t('part', { title, percent: format.percent(share) });
  return (
    <div>
      <div className={styles.titles} aria-hidden="true">
        <span>
          <Letter of="A" /> <bdi>{first.title}</bdi>
        </span>
        <span>
          <Letter of="B" /> <bdi>{second.title}</bdi>
        </span>
      </div>
      <ClassRows
        name={t('shownClass')}
        chosen={chosen}
        onChoose={onChoose}
        row={(label) => {
          const [a, b] = [first.probabilities?.[label], second.probabilities?.[label]];
          const both = a !== undefined && b !== undefined;
          const difference = both ? differenceWords(a, b, speech) : '';
          const parts = [part(first.title, a), part(second.title, b), difference];
          return (
            <ToggleGroup.Item
              key={label}
              value={label}
              className={`${rows.row} ${styles.row}`}
              aria-label={t('row', {
                label: labels[label],
                parts: parts.filter(Boolean).join(common('comma')),
              })}
            >
              <span className={rows.name}>{labels[label]}</span>
              <Bar of="A" share={a} />
              <Bar of="B" share={b} mark={both ? a : undefined} />
              <span className={styles.difference}>{difference}</span>
            </ToggleGroup.Item>
          );
        }}
      />
    </div>
  );
}
