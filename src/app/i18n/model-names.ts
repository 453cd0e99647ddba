import type { ClassifierCard } from '../../models/card.ts';
import type { ShelvedClassifier } from '../../models/read-shelf.ts';
import type { ShelfRole } from '../../models/shelf.ts';
import type { ShelfState } from '../../workers/analysis/protocol.ts';
import type { Speech } from './speech.ts';

export function roleWords(role: ShelfRole, { t }: Speech): string {
  return t(`modelCard:role.${role}`);
}

export function classifiersOf(shelf: ShelfState): readonly ShelvedClassifier[] {
  return shelf.status === 'ready' ? shelf.classifiers : [];
}

/** Null while the shelf is not known, or where it has no such classifier. */
export function classifierOf(shelf: ShelfState, id: string): ShelvedClassifier | null {
  return classifiersOf(shelf).find(({ card }) => card.id === id) ?? null;
}

/** The title in a classifier's card; its id while the shelf is not known. */
export function titleOf(shelf: ShelfState, id: string): string {
  return classifierOf(shelf, id)?.card.title ?? id;
}

export function attentionWords({ maskAttention }: ClassifierCard, { t }: Speech): string {
  return t(maskAttention ? 'modelCard:attention' : 'modelCard:noAttention');
}
