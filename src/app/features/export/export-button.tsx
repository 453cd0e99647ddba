import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import { Button } from '../../ui/button.tsx';
import { ExportIcon } from './export-icon.tsx';

const ExportMenu = lazy(async () => ({ default: (await import('./export-menu.tsx')).ExportMenu }));

interface ExportButtonProps {
  readonly entry: FilmEntry;
  readonly study: ShownStudy;
}

/** The way to every export; its menu comes with the first film that is done, not with the page. */
export function ExportButton(props: ExportButtonProps) {
  const { t } = useTranslation('export');
  const waiting = (
    <Button kind="quiet" disabled>
      <ExportIcon />
      {t('menu')}
    </Button>
  );
  return (
    <Suspense fallback={waiting}>
      <ExportMenu {...props} />
    </Suspense>
  );
}
