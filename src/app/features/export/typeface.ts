import regularUrl from '@fontsource/inter/files/inter-latin-400-normal.woff?url';
import boldUrl from '@fontsource/inter/files/inter-latin-600-normal.woff?url';
import type { Typeface } from '../../../platform/export/pdf/font-painter.ts';
import type { Language } from '../../i18n/languages.ts';

/** Languages that the typeface has no letters for; the browser draws them. */
const WITHOUT: ReadonlySet<Language> = new Set(['zh', 'ar']);

async function bytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the typeface is missing: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What a report's text is set in; null where the browser must draw it. */
export async function typefaceFor(language: Language): Promise<Typeface | null> {
  if (WITHOUT.has(language)) return null;
  const [regular, bold] = await Promise.all([bytes(regularUrl), bytes(boldUrl)]);
  return { regular, bold };
}
