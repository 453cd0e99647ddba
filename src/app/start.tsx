import './trusted-scripts.ts';
import './styles/tokens.css';
import './styles/base.css';

import { createRoot } from 'react-dom/client';
import { checkCapabilities } from '../platform/capabilities/check-capabilities.ts';
import { MissingPage } from './features/capabilities/missing-page.tsx';
import { startLanguage } from './i18n/chosen-language.ts';
import { createI18n, speak } from './i18n/i18n.ts';

/** Says what the browser lacks before anything that would break on it is loaded. */
const { missing } = checkCapabilities(window);
if (missing.length === 0) await import('./main.tsx');
else {
  await speak(createI18n(), startLanguage());
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<MissingPage missing={missing} />);
}
