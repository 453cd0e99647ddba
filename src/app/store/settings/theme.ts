/** Dark is the reading room and the default; light is for daylight and paper. */
export const THEMES = ['dark', 'light', 'system'] as const;

export type Theme = (typeof THEMES)[number];

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** What browsers paint around the page, --panel of each theme. */
const BAR = { dark: '#0f1417', light: '#ffffff' } as const;

const daylight = '(prefers-color-scheme: light)';

function paint(look: 'dark' | 'light'): void {
  document.documentElement.dataset.theme = look;
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', BAR[look]);
}

/** Shows a theme; `system` is resolved, so that style sheets know two only. */
export function applyTheme(theme: Theme): void {
  const light = theme === 'light' || (theme === 'system' && matchMedia(daylight).matches);
  paint(light ? 'light' : 'dark');
}

/** Follows the system's theme where that is chosen, and prints in the light one. */
export function followTheme(theme: () => Theme): void {
  applyTheme(theme());
  matchMedia(daylight).addEventListener('change', () => applyTheme(theme()));
  window.addEventListener('beforeprint', () => paint('light'));
  window.addEventListener('afterprint', () => applyTheme(theme()));
}
