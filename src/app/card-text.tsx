import { useTranslation } from 'react-i18next';
import cardTexts from './i18n/locales/en/cardTexts.json' with { type: 'json' };

type Key = keyof typeof cardTexts;

/** Cards are written in English; the sentences of those that are shipped have translations. */
const KEYS = new Map(Object.entries(cardTexts).map(([key, text]) => [text, key as Key]));

/** A sentence of a card in the reader's language, where it is a known one, else as it stands. */
export function CardText({ text }: { text: string }) {
  const { t } = useTranslation('cardTexts');
  const key = KEYS.get(text);
  if (key) return <>{t(key)}</>;
  return (
    <span lang="en" dir="ltr">
      {text}
    </span>
  );
}
