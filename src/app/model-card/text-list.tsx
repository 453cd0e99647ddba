import { Absent, CardSection } from './card-section.tsx';
import styles from './model-card.module.css';

interface TextListProps {
  readonly title: string;
  readonly texts: readonly string[];
  readonly warning?: boolean;
}

/** Sentences of a card as they stand there. */
export function TextList({ title, texts, warning = false }: TextListProps) {
  return (
    <CardSection title={title} warning={warning}>
      {texts.length === 0 ? (
        <Absent>The card names none, which does not mean that there are none.</Absent>
      ) : (
        <ul className={styles.texts}>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </CardSection>
  );
}
