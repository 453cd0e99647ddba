import type { ReactNode } from 'react';
import type { Card } from '../../models/card.ts';
import { attentionWords } from '../model-names.ts';
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

function subtitle(card: Card): string {
  const { architecture, input, precision } = card;
  const attention = card.kind === 'classifier' ? [attentionWords(card)] : [];
  return [architecture, ...attention, `${input.size} × ${input.size} px`, precision].join(', ');
}

/** All that a card says about its model. Only the headings are ours. */
export function ModelCard({ card, bytes, children }: ModelCardProps) {
  return (
    <article className={styles.card} aria-label={card.title}>
      <header className={styles.head}>
        <h2>{card.title}</h2>
        <p className={styles.aside}>{subtitle(card)}</p>
        {children}
      </header>
      <TextList title="It must not be used for" texts={card.notFor} warning />
      <TextList title="Known confounders and limits" texts={card.cautions} />
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
