import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from './languages.ts';
import { catalogue as en } from './locales/en/index.ts';

/** Each catalogue is a chunk of its own; English, the fallback, is always there. */
const LOAD: Record<Language, () => Promise<{ catalogue: object }>> = {
  en: async () => ({ catalogue: en }),
  es: () => import('./locales/es/index.ts'),
  fr: () => import('./locales/fr/index.ts'),
  zh: () => import('./locales/zh/index.ts'),
  ar: () => import('./locales/ar/index.ts'),
};

/** English only, at once: what tests and the first paint start from. */
export function createI18n(): i18n {
  const instance = createInstance();
  instance.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    resources: { en },
    initAsync: false,
    returnNull: false,
    // React escapes.
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** Loads the language's catalogue, then speaks it; the page's `lang` and `dir` follow. */
export async function speak(instance: i18n, language: Language): Promise<void> {
  const { catalogue } = await LOAD[language]();
  for (const [namespace, texts] of Object.entries(catalogue)) {
    instance.addResourceBundle(language, namespace, texts, true, true);
  }
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = LANGUAGES[language].dir;
}
