import { createHash } from 'node:crypto';
import type { Card, SegmenterCard } from '../../src/models/card.ts';

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * A name for everything in a card that changes answers: weights, input, labels, post-processing.
 * Titles, metrics and cautions do not count.
 */
export function modelHash(card: Card): string {
  const shared = { files: card.files, input: card.input };
  const own =
    card.kind === 'segmenter'
      ? { postprocess: card.postprocess }
      : card.kind === 'film-check'
        ? { findings: card.findings }
        : {
            labels: card.labels,
            temperature: card.temperature,
            indeterminateBelow: card.indeterminateBelow,
            // Left out where nothing is refused by it, so that older names stay.
            outOfDistribution: card.outOfDistribution ?? undefined,
          };
  return sha256(JSON.stringify({ ...shared, ...own })).slice(0, 16);
}

/** As `modelHash`, of what changes the segmenter's cut logits alone. */
export function cutHash({ files, input, postprocess }: SegmenterCard): string {
  return sha256(JSON.stringify({ files, input, thresholdLogit: postprocess.thresholdLogit })).slice(
    0,
    16,
  );
}
