import { describe, expect, it } from 'vitest';
import { catalogue as ar } from '../../../src/app/i18n/locales/ar/index.ts';
import { catalogue as en } from '../../../src/app/i18n/locales/en/index.ts';
import { catalogue as es } from '../../../src/app/i18n/locales/es/index.ts';
import { catalogue as fr } from '../../../src/app/i18n/locales/fr/index.ts';
import { catalogue as zh } from '../../../src/app/i18n/locales/zh/index.ts';

type Texts = { readonly [key: string]: string | Texts };

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** [path, text] of every text, plural forms included. */
function texts(catalogue: Texts, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  ) as [string, string][];
}

/** Keys with the plural forms of one text as one, each with the placeholders of its form "other". */
function shape(catalogue: Texts): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [path, text] of texts(catalogue)) {
    const form = PLURAL.exec(path)?.[1];
    if (form && form !== 'other') continue;
    const parts = text.match(/\{\{\s*\w+|<\/?\w+>/g) ?? [];
    found.set(path.replace(PLURAL, ''), [...new Set(parts)].sort());
  }
  return found;
}

describe.each(Object.entries({ es, fr, zh, ar }))('the catalogue %s', (language, catalogue) => {
  it('has exactly the texts of the English one, with the same placeholders', () => {
    expect(Object.fromEntries(shape(catalogue as Texts))).toEqual(Object.fromEntries(shape(en)));
  });

  it('has every plural form that the language needs', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = texts(en as Texts).filter(([path]) => path.endsWith('_other'));
    const have = new Set(texts(catalogue as Texts).map(([path]) => path));
    for (const [path] of plurals) {
      const forms = needed.map((form) => path.replace(PLURAL, `_${form}`));
      expect(forms.filter((one) => !have.has(one))).toEqual([]);
    }
  });

  it('leaves no text empty', () => {
    expect(texts(catalogue as Texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
