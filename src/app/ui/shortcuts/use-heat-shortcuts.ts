import { useTranslation } from 'react-i18next';
import { LABELS, type Label } from '../../../models/labels.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { useReader } from '../../store/reader-context.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const STEP = 0.1;

/** 1 to 5 choose the class whose heat map is shown, comma and full stop its opacity. */
export function useHeatShortcuts(onChoose: (label: Label) => void): void {
  const { t } = useTranslation('shortcuts');
  const { labels } = useSpeech();
  const opacity = useReader((state) => state.heatOpacity);
  const setOpacity = useReader((state) => state.setHeatOpacity);
  const change = (by: number) => () => setOpacity(Math.min(1, Math.max(0, opacity + by)));
  useShortcuts([
    ...LABELS.map((label, index) => ({
      key: String(index + 1),
      group: 'reading' as const,
      text: t('chooseClass', { label: labels[label] }),
      run: () => onChoose(label),
      inDialogs: true,
    })),
    { key: ',', group: 'reading', text: t('fainter'), run: change(-STEP), inDialogs: true },
    { key: '.', group: 'reading', text: t('stronger'), run: change(STEP), inDialogs: true },
  ]);
}
