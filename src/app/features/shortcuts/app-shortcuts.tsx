import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader } from '../../store/reader-context.tsx';
import { settings } from '../../store/settings/settings-store.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { listenForKeys } from './listen-for-keys.ts';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';

/** Listens for keys, and has those of the whole app: open, go from film to film, the sheet. */
export function AppShortcuts({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('shortcuts');
  const films = useReader((state) => state.films);
  const selectedId = useReader((state) => state.selectedId);
  const select = useReader((state) => state.selectFilm);
  const remove = useReader((state) => state.removeFilm);
  const [sheet, setSheet] = useState(false);
  useEffect(() => listenForKeys(() => settings.getState().singleKeys), []);

  const go = (step: number) => () => {
    const next = films[films.findIndex(({ id }) => id === selectedId) + step];
    if (next) select(next.id);
  };
  const filmKeys = [
    { key: 'n', group: 'films', text: t('next'), run: go(1) },
    { key: 'p', group: 'films', text: t('previous'), run: go(-1) },
    {
      key: 'Delete',
      group: 'films',
      text: t('remove'),
      run: () => selectedId !== null && remove(selectedId),
    },
  ] as const;
  useShortcuts([
    { key: 'o', group: 'films', text: t('open'), run: onOpen },
    ...(films.length > 0 ? filmKeys : []),
    { key: '?', group: 'app', text: t('sheet'), run: () => setSheet(true) },
    { key: 'Escape', group: 'app', text: t('close'), run: null },
  ]);
  return <ShortcutsSheet open={sheet} onOpenChange={setSheet} />;
}
