import { toCatalogue } from '../to-catalogue.ts';

export const catalogue = toCatalogue(
  import.meta.glob<object>('./*.json', { eager: true, import: 'default' }),
);
