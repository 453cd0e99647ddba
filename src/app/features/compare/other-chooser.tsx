import * as ToggleGroup from '@radix-ui/react-toggle-group';
import { useTranslation } from 'react-i18next';
import type { ShelvedClassifier } from '../../../models/read-shelf.ts';
import { roleWords } from '../../i18n/model-names.ts';
import { useSpeech } from '../../i18n/speech.ts';
import styles from './compare.module.css';

interface OtherChooserProps {
  readonly others: readonly ShelvedClassifier[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Which model to compare with, where there is a choice. */
export function OtherChooser({ others, chosen, onChoose }: OtherChooserProps) {
  const { t } = useTranslation('compare');
  const speech = useSpeech();
  if (others.length < 2) return null;
  return (
    <ToggleGroup.Root
      className={styles.others}
      type="single"
      value={chosen}
      // Pressing the chosen model again must not leave none chosen.
      onValueChange={(id) => id && onChoose(id)}
      aria-label={t('with')}
    >
      {others.map(({ card, role }) => (
        <ToggleGroup.Item key={card.id} value={card.id} className={styles.other}>
          <bdi>{card.title}</bdi> <small>{roleWords(role, speech)}</small>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
