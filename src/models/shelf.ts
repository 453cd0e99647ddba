import { z } from 'zod';
import { CodedError } from '../errors/coded-error.ts';

export const ROLES = ['default', 'fast', 'comparison'] as const;

const modelId = z.string().regex(/^[a-z0-9-]+$/);

const shelfSchema = z.strictObject({
  schema: z.literal(1),
  /** The only network for stage 1. */
  segmenter: modelId,
  /** The network that looks at the whole film first, where there is one. */
  filmCheck: modelId.optional(),
  /** The networks for stage 2, by the names of their folders. */
  classifiers: z
    .array(
      z.strictObject({
        id: modelId,
        role: z.enum(ROLES),
        /** Size of its weights, which is nearly all there is to download. */
        bytes: z.int().positive(),
      }),
    )
    .refine((all) => all.filter(({ role }) => role === 'default').length === 1, {
      error: 'exactly one classifier must be the default',
    })
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'a classifier stands twice',
    }),
});

/** What public/models holds, as shelf.json says. */
export type Shelf = z.infer<typeof shelfSchema>;
export type ShelfRole = (typeof ROLES)[number];

export class ShelfError extends CodedError<'shelf-invalid' | 'not-on-shelf'> {}

/** Parses shelf.json as tools/shelf/main.ts writes it; throws ShelfError naming every field that is wrong. */
export function parseShelf(json: unknown, source: string): Shelf {
  const parsed = shelfSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new ShelfError(
    'shelf-invalid',
    `${source} is not a valid list of models: ${z.prettifyError(parsed.error)}`,
    'Reload the app; if the message stays, its model files are damaged.',
  );
}

/** Throws ShelfError where no classifier has that name. */
export function requireOnShelf({ classifiers }: Shelf, id: string): void {
  const known = classifiers.map((classifier) => classifier.id);
  if (known.includes(id)) return;
  throw new ShelfError(
    'not-on-shelf',
    `There is no classifier "${id}".`,
    `Choose one of ${known.join(', ')}.`,
  );
}
