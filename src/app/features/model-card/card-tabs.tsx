import * as Tabs from '@radix-ui/react-tabs';
import { useTranslation } from 'react-i18next';
import { roleWords } from '../../i18n/model-names.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { useReader } from '../../store/reader-context.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './card-tabs.module.css';
import { ModelCard } from './model-card.tsx';
import { ModelUse } from './model-use.tsx';

/** One tab for each classifier, and one for the network that finds the lungs. */
export function CardTabs({ model }: { model?: string | undefined }) {
  const { t } = useTranslation('modelCard');
  const speech = useSpeech();
  const shelf = useReader((state) => state.shelf);
  const loadShelf = useReader((state) => state.loadShelf);
  const reads = useReader(({ models }) => (models.status === 'ready' ? models.classifier : null));
  const picked = useReader((state) => state.chosenClassifier);
  if (shelf.status === 'failed') {
    return (
      <div className={styles.body}>
        <ProblemNote title={t('unreadable')} problem={shelf.problem} onRetry={loadShelf} />
      </div>
    );
  }
  if (shelf.status !== 'ready') {
    return (
      <div className={styles.body}>
        <ProgressBar name={t('readingCards')} fraction={null} />
      </div>
    );
  }
  const { classifiers, segmenter } = shelf;
  const chosen = picked ?? classifiers.find(({ role }) => role === 'default')?.card.id;
  return (
    <Tabs.Root className={styles.tabs} defaultValue={model ?? chosen ?? segmenter.id}>
      <Tabs.List className={styles.list} aria-label={t('tabs')}>
        {classifiers.map(({ card, role, bytes }) => (
          <Tabs.Trigger key={card.id} value={card.id} className={styles.tab}>
            <bdi>{card.title}</bdi>
            <small>
              {t(card.id === reads ? 'tabReads' : 'tab', {
                role: roleWords(role, speech),
                bytes: speech.format.megabytes(bytes),
              })}
            </small>
          </Tabs.Trigger>
        ))}
        <Tabs.Trigger value={segmenter.id} className={styles.tab}>
          <bdi>{segmenter.title}</bdi>
          <small>{t('findsLungs')}</small>
        </Tabs.Trigger>
      </Tabs.List>
      {classifiers.map((classifier) => (
        <Tabs.Content key={classifier.card.id} value={classifier.card.id} className={styles.body}>
          <ModelCard card={classifier.card} bytes={classifier.bytes}>
            <ModelUse classifier={classifier} chosen={classifier.card.id === chosen} />
          </ModelCard>
        </Tabs.Content>
      ))}
      <Tabs.Content value={segmenter.id} className={styles.body}>
        <ModelCard card={segmenter} bytes={null} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
