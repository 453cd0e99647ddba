import type { TFunction } from 'i18next';
import type { Language } from './languages.ts';

/** Arabic with the digits that DICOM files, films and most Arab hospitals use. */
const LOCALES: Record<Language, string> = {
  en: 'en-GB',
  es: 'es',
  fr: 'fr',
  zh: 'zh-CN',
  ar: 'ar-u-nu-latn',
};

/** Numbers, units and dates as a language writes them. */
export interface Formats {
  /** A share from 0 to 1, one decimal; never "0 %" or "100 %" for what is only close to it. */
  percent(share: number): string;
  /** The same as a whole number. */
  wholePercent(share: number): string;
  /** Milliseconds as seconds, two decimals. */
  seconds(ms: number): string;
  /** Bytes in decimal megabytes, as browsers show downloads. */
  megabytes(bytes: number): string;
  count(n: number): string;
  decimals(value: number, digits: number): string;
  /** At most so many significant digits, without closing zeros. */
  significant(value: number, digits: number): string;
  dateTime(date: Date): string;
}

export function createFormats(t: TFunction<'format'>, language: Language): Formats {
  const locale = LOCALES[language];
  const whole = new Intl.NumberFormat(locale);
  /** By decimals: making one takes far longer than using it. */
  const fixed = new Map<number, Intl.NumberFormat>();
  const decimals = (value: number, digits: number) => {
    const known = fixed.get(digits);
    const format =
      known ??
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
    if (!known) fixed.set(digits, format);
    return format.format(value);
  };
  return {
    percent(share) {
      const percent = share * 100;
      if (percent > 0 && percent < 0.1) return t('percentBelow', { number: decimals(0.1, 1) });
      if (percent < 100 && percent > 99.9) return t('percentAbove', { number: decimals(99.9, 1) });
      return t('percent', { number: decimals(percent, 1) });
    },
    wholePercent: (share) => t('percent', { number: decimals(share * 100, 0) }),
    seconds: (ms) => t('seconds', { number: decimals(ms / 1000, 2) }),
    megabytes: (bytes) => t('megabytes', { number: decimals(bytes / 1e6, 1) }),
    count: (n) => whole.format(n),
    decimals,
    significant: (value, digits) =>
      value.toLocaleString(locale, { maximumSignificantDigits: digits }),
    dateTime: (date) => date.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
