import type { ShelvedClassifier } from '../../../models/read-shelf.ts';
import type { ReaderState } from '../../store/reader-state.ts';

/**
 * The classifier that a film is compared with unless another is chosen: the one without mask
 * attention, which shows what the attention does. Null where the shelf has no other.
 */
export function defaultOther(others: readonly ShelvedClassifier[]): ShelvedClassifier | null {
  const plain = others.find(({ card }) => !card.maskAttention);
  return plain ?? others.find(({ role }) => role === 'default') ?? others[0] ?? null;
}

/** Whether a classifier has read something since the networks started, so that it is here. */
export function isLoaded({ models, films }: Pick<ReaderState, 'models' | 'films'>, id: string) {
  if (models.status !== 'ready') return false;
  if (models.classifier === id) return true;
  return films.count(`read-by:${id}`) > 0;
}
