import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader, useReaderStore } from '../../store/reader-context.tsx';
import { settings } from '../../store/settings/settings-store.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { listenForKeys } from './listen-for-keys.ts';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';

/** Listens for keys, and has those of the whole app: open, go from film to film, the sheet. */
export function AppShortcuts({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('shortcuts');
  const store = useReaderStore();
  const empty = useReader(({ films }) => films.length === 0);
  const [sheet, setSheet] = useState(false);
  useEffect(() => listenForKeys(() => settings.getState().singleKeys), []);

  const go = (step: number) => () => {
    const { films, selectedId, selectFilm } = store.getState();
    const next = films.at((selectedId === null ? -1 : films.positionOf(selectedId)) + step);
    if (next) selectFilm(next.id);
  };
  const filmKeys = [
    { key: 'n', group: 'films', text: t('next'), run: go(1) },
    { key: 'p', group: 'films', text: t('previous'), run: go(-1) },
    {
      key: 'Delete',
      group: 'films',
      text: t('remove'),
      run() {
        const { selectedId, removeFilm } = store.getState();
        if (selectedId !== null) removeFilm(selectedId);
      },
    },
  ] as const;
  useShortcuts([
    { key: 'o', group: 'films', text: t('open'), run: onOpen },
    ...(empty ? [] : filmKeys),
    { key: '?', group: 'app', text: t('sheet'), run: () => setSheet(true) },
    { key: 'Escape', group: 'app', text: t('close'), run: null },
  ]);
  return <ShortcutsSheet open={sheet} onOpenChange={setSheet} />;
}
