import type { Page } from '@playwright/test';
import { type ClassifierCard, parseCard, type SegmenterCard } from '../../src/models/card.ts';
import { parseShelf, type Shelf } from '../../src/models/shelf.ts';

interface ShippedClassifier {
  readonly entry: Shelf['classifiers'][number];
  readonly card: ClassifierCard;
}

/** What the built app ships: its shelf, and the cards on it. */
export interface ShippedCards {
  readonly segmenter: SegmenterCard;
  readonly reader: ShippedClassifier;
  /** Every classifier but the default. */
  readonly others: readonly ShippedClassifier[];
}

async function json(page: Page, path: string): Promise<unknown> {
  return (await page.request.get(`models/${path}`)).json();
}

export async function shippedCards(page: Page): Promise<ShippedCards> {
  const shelf = parseShelf(await json(page, 'shelf.json'), 'shelf.json');
  const card = async (id: string) => parseCard(await json(page, `${id}/card.json`), id);
  const all = await Promise.all(
    shelf.classifiers.map(async (entry) => ({
      entry,
      card: (await card(entry.id)) as ClassifierCard,
    })),
  );
  return {
    segmenter: (await card(shelf.segmenter)) as SegmenterCard,
    reader: all.find(({ entry }) => entry.role === 'default') as ShippedClassifier,
    others: all.filter(({ entry }) => entry.role !== 'default'),
  };
}

/** Changes a classifier's card on its way to the app, as if it had been measured otherwise. */
export async function changeCard(
  page: Page,
  id: string,
  change: (card: ClassifierCard) => ClassifierCard,
): Promise<void> {
  await page.route(`**/models/${id}/card.json`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change((await response.json()) as ClassifierCard) });
  });
}
