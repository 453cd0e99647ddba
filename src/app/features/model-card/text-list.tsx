import { useTranslation } from 'react-i18next';
import { CardText } from '../../i18n/card-text.tsx';
import { Absent, CardSection } from './card-section.tsx';
import styles from './model-card.module.css';

interface TextListProps {
  readonly title: string;
  readonly texts: readonly string[];
  readonly warning?: boolean;
}

/** Sentences of a card. */
export function TextList({ title, texts, warning = false }: TextListProps) {
  const { t } = useTranslation('modelCard');
  return (
    <CardSection title={title} warning={warning}>
      {texts.length === 0 ? (
        <Absent>{t('noTexts')}</Absent>
      ) : (
        <ul className={styles.texts}>
          {texts.map((text) => (
            <li key={text}>
              <CardText text={text} />
            </li>
          ))}
        </ul>
      )}
    </CardSection>
  );
}
