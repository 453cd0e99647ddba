import { z } from 'zod';
import { CodedError } from '../errors/coded-error.ts';
import { SCALINGS, type Scaling } from '../imaging/scale-greys.ts';
import { calibrationRecord } from './card-calibration.ts';
import { outOfDistributionRecord } from './card-out-of-distribution.ts';
import { LABELS } from './labels.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const share = z.number().min(0).max(1);

/** A measured figure between 0 and 1. */
const metric = z.strictObject({
  name: z.string(),
  /** The class it is about; absent where it is about all. */
  label: z.enum(LABELS).optional(),
  value: share,
  /** 95 %, by patient. */
  interval: z
    .tuple([share, share])
    .refine(([low, high]) => low <= high, { error: 'must be [low, high]' })
    .optional(),
  dataset: z.string(),
  split: z.string(),
  n: z.int().positive(),
});

const common = {
  schema: z.literal(2),
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  architecture: z.string(),
  precision: z.enum(['float32', 'float16', 'int8']),
  licence: z.string(),
  training: z.strictObject({
    commit: z.string(),
    date: z.iso.date(),
    seed: z.int(),
    epochs: z.int().positive(),
    films: z.int().positive(),
    patients: z.int().positive(),
    minutes: z.number().nonnegative(),
    data: z.string(),
    compute: z.string(),
  }),
  metrics: z.array(metric),
  /** Known confounders and limits. */
  cautions: z.array(z.string()),
  /** What it must not be used for. */
  notFor: z.array(z.string()),
  /** SHA-256 of every file beside the card. */
  files: z.record(z.string(), sha256),
};

/** What a network is fed; `range` says how the film's greys were scaled in its training. */
const inputOf = <R extends Scaling>(range: z.ZodType<R>) =>
  z.strictObject({
    size: z.int().positive(),
    range,
    resampling: z.literal('pillow-bilinear'),
  });

const wholeFilm = inputOf(z.enum(SCALINGS));

const segmenterCard = z.strictObject({
  ...common,
  kind: z.literal('segmenter'),
  input: wholeFilm,
  postprocess: z.strictObject({
    thresholdLogit: z.number(),
    fillHoles: z.literal(true),
    smallObjectFraction: share,
    /** Side to which the logits are enlarged before they are cut; absent where it is the input's. */
    maskSize: z.int().positive().optional(),
    /** Of the objects left the largest ones are kept; absent where all are. */
    mostObjects: z.int().positive().optional(),
  }),
  /**
   * PyTorch's logits on the self-test film, averaged over an 8 x 8 grid of cells; where the weights
   * are int8, what these give where the exact ones gave PyTorch's (tools/convert).
   */
  selfTest: z.strictObject({ pooledLogits: z.array(z.number()).length(64), tolerance: z.number() }),
});

/** How a classifier's mask maps were averaged in training where zero padding came in. */
const MASK_PADDINGS = ['counted', 'not-counted', 'not-counted-scaled'] as const;

const classifierCard = z.strictObject({
  ...common,
  kind: z.literal('classifier'),
  input: wholeFilm.extend({
    /** Of the film inside its mask ("min-max"), or of the greys inside the lungs alone. */
    range: z.enum(SCALINGS),
    /** What its square shows: the whole film, also where this is absent, or the lungs' box. */
    framing: z.enum(['film', 'lung-box']).optional(),
  }),
  labels: z.array(z.enum(LABELS)).refine((labels) => labels.join() === LABELS.join(), {
    error: `must be ${LABELS.join(', ')}, in this order`,
  }),
  maskAttention: z.boolean(),
  /** Absent where the network has no maps, and in older cards, which count the padding. */
  maskPadding: z.enum(MASK_PADDINGS).optional(),
  /** Logits are divided by it before softmax; fitted on validation films. */
  temperature: z.number().positive(),
  /** Below this top probability the answer is "indeterminate"; null until it is measured. */
  indeterminateBelow: share.nullable(),
  /** Null until it is measured. */
  calibration: calibrationRecord.nullable(),
  /** Null where no film is refused for being unlike the training films. */
  outOfDistribution: outOfDistributionRecord.nullable(),
  /** The same for the logits of the classes, on the self-test film inside its mask. */
  selfTest: z.strictObject({
    logits: z.array(z.number()).length(5),
    /** PyTorch's Grad-CAM of every class, one after another, row by row; not in older cards. */
    heat: z.array(z.number()).optional(),
    tolerance: z.number(),
  }),
});

/** What the film check can find, in the order of training/manet/networks/film_check.py. */
export const FILM_FINDINGS = [
  'not-a-chest',
  'inverted',
  'upside-down',
  'rotated-left',
  'rotated-right',
  'cropped',
  'mirrored',
  'lateral',
  'two-films',
] as const;

const filmCheckCard = z.strictObject({
  ...common,
  kind: z.literal('film-check'),
  input: wholeFilm,
  /** One per logit. A finding counts above its threshold, which validation films set; null never. */
  findings: z
    .array(z.strictObject({ code: z.enum(FILM_FINDINGS), thresholdLogit: z.number().nullable() }))
    .refine((all) => all.map(({ code }) => code).join() === FILM_FINDINGS.join(), {
      error: `must be ${FILM_FINDINGS.join(', ')}, in this order`,
    }),
  /** PyTorch's logits on the self-test film. */
  selfTest: z.strictObject({
    logits: z.array(z.number()).length(FILM_FINDINGS.length),
    tolerance: z.number(),
  }),
});

const cardSchema = z.discriminatedUnion('kind', [segmenterCard, classifierCard, filmCheckCard]);

export type SegmenterCard = z.infer<typeof segmenterCard>;
export type ClassifierCard = z.infer<typeof classifierCard>;
export type FilmCheckCard = z.infer<typeof filmCheckCard>;
export type Metric = z.infer<typeof metric>;
export type Card = z.infer<typeof cardSchema>;

class CardError extends CodedError<'card-invalid'> {}

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
