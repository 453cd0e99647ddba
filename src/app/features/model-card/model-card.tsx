import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../../models/card.ts';
import { attentionWords } from '../../i18n/model-names.ts';
import { type Speech, useSpeech } from '../../i18n/speech.ts';
import { CalibrationSection } from './calibration-section.tsx';
import { ClassFiguresSection } from './class-figures-section.tsx';
import { FamiliarSection } from './familiar-section.tsx';
import { FiguresSection } from './figures-section.tsx';
import { FilesSection } from './files-section.tsx';
import styles from './model-card.module.css';
import { TextList } from './text-list.tsx';
import { ThresholdSection } from './threshold-section.tsx';
import { TrainingSection } from './training-section.tsx';

interface ModelCardProps {
  readonly card: Card;
  readonly bytes: number | null;
  /** Stands under the title. */
  readonly children?: ReactNode;
}

function subtitle(card: Card, speech: Speech): string {
  const { t } = speech;
  const { architecture, input, precision } = card;
  const attention = card.kind === 'classifier' ? [attentionWords(card, speech)] : [];
  const size = t('modelCard:pixels', { size: input.size });
  return [architecture, ...attention, size, precision].join(t('common:comma'));
}

/** All that a card says about its model. Headings and sentences around figures are the catalogue's. */
export function ModelCard({ card, bytes, children }: ModelCardProps) {
  const { t } = useTranslation('modelCard');
  const speech = useSpeech();
  return (
    <article className={styles.card} aria-label={card.title}>
      <header className={styles.head}>
        <h2>
          <bdi>{card.title}</bdi>
        </h2>
        <p className={styles.aside}>{subtitle(card, speech)}</p>
        {children}
      </header>
      <TextList title={t('notFor')} texts={card.notFor} warning />
      <TextList title={t('cautions')} texts={card.cautions} />
      <FiguresSection metrics={card.metrics} />
      {card.kind === 'classifier' && (
        <>
          <ClassFiguresSection metrics={card.metrics} />
          <CalibrationSection calibration={card.calibration} temperature={card.temperature} />
          <ThresholdSection
            indeterminateBelow={card.indeterminateBelow}
            calibration={card.calibration}
          />
          <FamiliarSection outOfDistribution={card.outOfDistribution} />
        </>
      )}
      <TrainingSection training={card.training} />
      <FilesSection licence={card.licence} files={card.files} bytes={bytes} />
    </article>
  );
}
