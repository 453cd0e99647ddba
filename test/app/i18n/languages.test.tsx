// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { CardText } from '../../../src/app/i18n/card-text.tsx';
import { createI18n, speak } from '../../../src/app/i18n/i18n.ts';
import type { Language } from '../../../src/app/i18n/languages.ts';
import englishCardTexts from '../../../src/app/i18n/locales/en/cardTexts.json' with {
  type: 'json',
};
import { createSpeech } from '../../../src/app/i18n/speech.ts';
import { toProblem } from '../../../src/errors/problem.ts';
import { RefusedError } from '../../../src/pipeline/errors.ts';
import { checkSize } from '../../../src/platform/decode/check-size.ts';

const i18n = createI18n();
const caught = (act: () => void): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};
const speechIn = async (language: Language) => {
  await speak(i18n, language);
  return createSpeech(i18n, language);
};

afterEach(cleanup);

it('writes figures as each language does, Arabic with the digits of films', async () => {
  const figures = async (language: Language) => {
    const { format } = await speechIn(language);
    return [format.percent(0.1234), format.percent(0.0001), format.count(12_345)];
  };
  expect(await figures('en')).toEqual(['12.3 %', '<0.1 %', '12,345']);
  expect(await figures('es')).toEqual(['12,3\u00a0%', '<\u00a00,1\u00a0%', '12.345']);
  expect(await figures('fr')).toEqual(['12,3\u00a0%', '<\u00a00,1\u00a0%', '12\u202f345']);
  expect(await figures('zh')).toEqual(['12.3%', '<0.1%', '12,345']);
  // Isolated, so that the sign stays on its side of the figure beside Arabic letters.
  expect(await figures('ar')).toEqual(['\u206612.3%\u2069', 'أقل من \u20660.1%\u2069', '12,345']);
});

it('never calls a share 0 % or 100 % that is only close to it', async () => {
  const { format } = await speechIn('en');
  expect([0, 0.0004, 0.9996, 1].map(format.percent)).toEqual([
    '0.0 %',
    '<0.1 %',
    '>99.9 %',
    '100.0 %',
  ]);
});

it('tells known problems in the language of the page, with the English particulars', async () => {
  const problem = { code: 'empty-file', message: 'The file is empty.', advice: 'Copy it.' };
  expect((await speechIn('en')).problem(problem)).toEqual({
    message: 'The file is empty.',
    advice: 'Copy it.',
    original: null,
  });
  expect((await speechIn('es')).problem(problem)).toEqual({
    message: 'El archivo está vacío.',
    advice: 'Copie o exporte la radiografía de nuevo.',
    original: 'The file is empty.',
  });
  expect((await speechIn('es')).problem({ ...problem, code: 'unheard-of' })).toMatchObject({
    message: 'El análisis se detuvo de forma inesperada.',
    original: 'The file is empty.',
  });
});

it('says the figures of a refusal in every language, each in its own way', async () => {
  const scattered = { code: 'lungs-scattered', params: { count: 7 } } as const;
  const oneSided = { code: 'lungs-one-sided', params: { smallerShare: 0.0342 } } as const;
  const refusal = toProblem(new RefusedError([scattered, oneSided], null));
  const told = async (language: Language) => (await speechIn(language)).problem(refusal);
  const words = { es: '3,4\u00a0%', fr: '3,4\u00a0%', zh: '3.4%', ar: '\u20663.4%\u2069' };
  for (const [language, share] of Object.entries(words)) {
    const { message, original } = await told(language as Language);
    expect(message, language).toMatch(/\b7\b/);
    expect(message, language).toContain(share);
    expect(message, language).not.toContain('{{');
    expect(original).toBeNull();
  }
  expect((await told('en')).message).toBe(refusal.message);
});

it('says how large a file claims to be, and how large films may be', async () => {
  const problem = toProblem(caught(() => checkSize('PNG', 20_000, 9_000)));
  const inFrench = (await speechIn('fr')).problem(problem);
  expect(inFrench.message).toContain('20\u202f000 × 9\u202f000 pixels');
  expect(inFrench.message).toContain('16\u202f384 pixels de côté et 100 mégapixels');
  expect((await speechIn('ar')).problem(problem).message).toContain('20,000 × 9,000');
});

it('sets the language and the direction of the page', async () => {
  await speechIn('ar');
  expect(document.documentElement).toHaveAttribute('dir', 'rtl');
  expect(document.documentElement).toHaveAttribute('lang', 'ar');
  await speechIn('fr');
  expect(document.documentElement).toHaveAttribute('dir', 'ltr');
});

it('translates the sentences of shipped cards and marks any other as English', async () => {
  await speechIn('fr');
  render(
    <I18nextProvider i18n={i18n}>
      <p>
        <CardText text={englishCardTexts.lookAlike} />
      </p>
      <CardText text="Never seen before." />
    </I18nextProvider>,
  );
  expect(screen.getByText(/^Les pneumonies bactérienne et virale/)).toBeVisible();
  expect(screen.getByText('Never seen before.')).toHaveAttribute('lang', 'en');
});
