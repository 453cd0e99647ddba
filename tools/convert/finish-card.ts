import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Card, parseCard } from '../../src/models/card.ts';
import { ConvertError } from './convert-error.ts';
import type { Precision } from './pack-weights.ts';

/** The draft with the precision and the SHA-256 of every file. Throws ConvertError or CardError. */
export function finishCard(
  draft: unknown,
  precision: Precision,
  files: ReadonlyMap<string, Uint8Array>,
): Card {
  const fields = z.record(z.string(), z.unknown()).safeParse(draft);
  if (!fields.success) {
    throw new ConvertError(
      'card-invalid',
      'card.json is not an object.',
      'Export the model again with python -m manet.export.model.',
    );
  }
  const hashes = Object.fromEntries(
    [...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );
  return parseCard({ ...fields.data, precision, files: hashes }, 'card.json');
}
