import { createI18n } from '../../../src/app/i18n/i18n.ts';

createI18n();
