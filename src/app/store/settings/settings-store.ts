import { createStore } from 'zustand/vanilla';
import { keepText, readKept } from '../../../platform/storage/kept-text.ts';
import { applyTheme, isTheme, type Theme } from './theme.ts';

interface Settings {
  readonly theme: Theme;
  /** Whether single letters, digits and signs are shortcuts (WCAG 2.2, 2.1.4). */
  readonly singleKeys: boolean;
  /** `first` shows it over the empty screen only, `asked` anywhere. */
  readonly introduction: 'first' | 'asked' | 'seen';
  setTheme(theme: Theme): void;
  setSingleKeys(on: boolean): void;
  setIntroduction(introduction: 'asked' | 'seen'): void;
}

/** What the reader has set for this device, apart from the language. public/theme.js reads it too. */
export const settings = createStore<Settings>()((set) => {
  const theme = readKept('theme');
  return {
    theme: isTheme(theme) ? theme : 'dark',
    singleKeys: readKept('single-keys') !== 'off',
    introduction: readKept('introduction') === 'seen' ? 'seen' : 'first',
    setTheme(next) {
      keepText('theme', next);
      applyTheme(next);
      set({ theme: next });
    },
    setSingleKeys(on) {
      keepText('single-keys', on ? 'on' : 'off');
      set({ singleKeys: on });
    },
    setIntroduction(introduction) {
      keepText('introduction', introduction);
      set({ introduction });
    },
  };
});
