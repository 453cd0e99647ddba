import cardTexts from './locales/en/cardTexts.json' with { type: 'json' };

type CardKey = keyof typeof cardTexts;

/** Cards are written in English; the sentences of those that are shipped have translations. */
const KEYS = new Map(Object.entries(cardTexts).map(([key, text]) => [text, key as CardKey]));

/** What is said of a classifier's limits while its card is not at hand: every shipped card begins so. */
export const CAUTIONS_WITHOUT_CARD: readonly string[] = [cardTexts.sources];

/** The key of a card's sentence in the namespace "cardTexts"; undefined for an unknown one. */
export function cardKey(text: string): CardKey | undefined {
  return KEYS.get(text);
}
