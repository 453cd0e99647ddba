import { type ReactNode, useId } from 'react';
import styles from './model-card.module.css';

interface CardSectionProps {
  readonly title: string;
  /** Marks what nobody may overlook. */
  readonly warning?: boolean;
  readonly children: ReactNode;
}

export function CardSection({ title, warning = false, children }: CardSectionProps) {
  const id = useId();
  return (
    <section className={styles.section} data-warning={warning} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** Says in a sentence what a card leaves open. */
export function Absent({ children }: { children: ReactNode }) {
  return <p className={styles.absent}>{children}</p>;
}
