import { z } from 'zod';
import { CodedError } from '../imaging/coded-error.ts';
import { LABELS } from './labels.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const metric = z.strictObject({
  name: z.string(),
  value: z.number(),
  dataset: z.string(),
  split: z.string(),
  n: z.int().positive(),
});

const common = {
  schema: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  architecture: z.string(),
  precision: z.enum(['float32', 'float16']),
  licence: z.string(),
  training: z.strictObject({
    commit: z.string(),
    date: z.iso.date(),
    seed: z.int(),
    epochs: z.int().positive(),
    data: z.string(),
    compute: z.string(),
  }),
  metrics: z.array(metric),
  cautions: z.array(z.string()),
  /** SHA-256 of every file beside the card. */
  files: z.record(z.string(), sha256),
};

const input = z.strictObject({
  size: z.int().positive(),
  range: z.literal('min-max'),
  resampling: z.literal('pillow-bilinear'),
});

const segmenterCard = z.strictObject({
  ...common,
  kind: z.literal('segmenter'),
  input,
  postprocess: z.strictObject({
    thresholdLogit: z.number(),
    fillHoles: z.literal(true),
    smallObjectFraction: z.number().min(0).max(1),
  }),
  /** PyTorch's logits on the self-test film, averaged over an 8 x 8 grid of cells. */
  selfTest: z.strictObject({ pooledLogits: z.array(z.number()).length(64), tolerance: z.number() }),
});

const classifierCard = z.strictObject({
  ...common,
  kind: z.literal('classifier'),
  input,
  labels: z.array(z.enum(LABELS)).refine((labels) => labels.join() === LABELS.join(), {
    error: `must be ${LABELS.join(', ')}, in this order`,
  }),
  maskAttention: z.boolean(),
  /** Logits are divided by it before softmax; fitted on validation films. */
  temperature: z.number().positive(),
  /** Below this top probability the answer is "indeterminate"; null until it is measured. */
  indeterminateBelow: z.number().min(0).max(1).nullable(),
  /** PyTorch's logits on the self-test film and mask. */
  selfTest: z.strictObject({ logits: z.array(z.number()).length(5), tolerance: z.number() }),
});

const cardSchema = z.discriminatedUnion('kind', [segmenterCard, classifierCard]);

export type SegmenterCard = z.infer<typeof segmenterCard>;
export type ClassifierCard = z.infer<typeof classifierCard>;
export type Card = z.infer<typeof cardSchema>;

export class CardError extends CodedError<'card-invalid'> {}

/** Parses a card.json; throws CardError naming every field that is wrong. */
export function parseCard(json: unknown, source: string): Card {
  const parsed = cardSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new CardError(
    'card-invalid',
    `${source} is not a valid model card: ${z.prettifyError(parsed.error)}`,
    'Reload the app; if the message stays, its model files are damaged.',
  );
}
