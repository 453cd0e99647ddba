import { DirectionProvider } from '@radix-ui/react-direction';
import type { ReactNode } from 'react';
import { LANGUAGES } from './languages.ts';
import { useSpeech } from './speech.ts';

/** Tells sliders, tabs and menus which way the language is written. */
export function Direction({ children }: { children: ReactNode }) {
  const { language } = useSpeech();
  return <DirectionProvider dir={LANGUAGES[language].dir}>{children}</DirectionProvider>;
}
