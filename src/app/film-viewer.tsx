import type { ShownFilm } from '../pipeline/shown-film.ts';
import { useLungEditing } from './features/correct/use-lung-editing.tsx';
import { Viewer } from './features/viewer/viewer.tsx';
import { WindowChoice } from './features/window-choice/window-choice.tsx';
import type { FilmEntry } from './store/film-state.ts';

interface FilmViewerProps {
  readonly entry: FilmEntry;
  readonly film: ShownFilm;
}

/** The viewer with the choice of a DICOM window, and what the lungs are corrected with. */
export function FilmViewer({ entry, film }: FilmViewerProps) {
  const editing = useLungEditing(entry, film);
  return (
    <Viewer entry={entry} film={film} editing={editing} tools={<WindowChoice entry={entry} />} />
  );
}
