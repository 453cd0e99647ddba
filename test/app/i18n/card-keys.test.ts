import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CAUTIONS_WITHOUT_CARD, cardKey } from '../../../src/app/i18n/card-keys.ts';
import { parseCard } from '../../../src/models/card.ts';
import { parseShelf } from '../../../src/models/shelf.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(`public/models/${path}`, 'utf8'));
const shelf = parseShelf(json('shelf.json'), 'shelf.json');
const segmenter = parseCard(json(`${shelf.segmenter}/card.json`), shelf.segmenter);
const cards = shelf.classifiers.map(({ id }) => parseCard(json(`${id}/card.json`), id));

it('translates every sentence of the shipped classifiers and segmenter about what they are no good for', () => {
  expect(cards.length).toBeGreaterThan(0);
  const sentences = [segmenter, ...cards].flatMap(({ cautions, notFor }) => [
    ...cautions,
    ...notFor,
  ]);
  expect(sentences.filter((text) => cardKey(text) === undefined)).toEqual([]);
});

it('says without a card what every shipped card says first', () => {
  for (const { cautions } of cards) expect(CAUTIONS_WITHOUT_CARD).toEqual([cautions[0]]);
});
