import { createStore } from 'zustand/vanilla';
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

function kept(key: string): string | null {
  return typeof localStorage === 'undefined' ? null : localStorage.getItem(key);
}

/** What the reader has set for this device, apart from the language. public/theme.js reads it too. */
export const settings = createStore<Settings>()((set) => {
  const theme = kept('theme');
  return {
    theme: isTheme(theme) ? theme : 'dark',
    singleKeys: kept('single-keys') !== 'off',
    introduction: kept('introduction') === 'seen' ? 'seen' : 'first',
    setTheme(next) {
      localStorage.setItem('theme', next);
      applyTheme(next);
      set({ theme: next });
    },
    setSingleKeys(on) {
      localStorage.setItem('single-keys', on ? 'on' : 'off');
      set({ singleKeys: on });
    },
    setIntroduction(introduction) {
      localStorage.setItem('introduction', introduction);
      set({ introduction });
    },
  };
});
