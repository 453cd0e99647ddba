import type { Problem } from '../../../errors/problem.ts';

/** What the store tells every tab of this copy of the app. */
export type StoreNews =
  | { readonly type: 'kept'; readonly path: string }
  | { readonly type: 'not-kept'; readonly problem: Problem };

/** The worker that downloads has no way to the pages of other tabs but a channel of this name. */
export const newsChannelName = (base: string): string => `manet-model-store ${base}`;
