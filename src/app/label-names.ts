import type { PerLabel } from '../models/labels.ts';

/** What the reader sees for each class. */
export const LABEL_NAMES: PerLabel<string> = {
  normal: 'Normal',
  covid19: 'COVID-19',
  tb: 'Tuberculosis',
  bacterial: 'Bacterial pneumonia',
  viral: 'Viral pneumonia',
};
