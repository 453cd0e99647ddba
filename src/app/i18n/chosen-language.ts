import { keepText, readKept } from '../../platform/storage/kept-text.ts';
import { isLanguage, type Language, pickLanguage } from './languages.ts';

const KEY = 'language';

/** What the reader chose on this device, else the first of the browser's languages that there is. */
export function startLanguage(): Language {
  const chosen = readKept(KEY);
  return isLanguage(chosen) ? chosen : pickLanguage(navigator.languages);
}

export function keepLanguage(language: Language): void {
  keepText(KEY, language);
}
