import { useTranslation } from 'react-i18next';
import { cardKey } from './card-keys.ts';

/** A sentence of a card in the reader's language, where it is a known one, else as it stands. */
export function CardText({ text }: { text: string }) {
  const { t } = useTranslation('cardTexts');
  const key = cardKey(text);
  if (key) return <>{t(key)}</>;
  return (
    <span lang="en" dir="ltr">
      {text}
    </span>
  );
}
