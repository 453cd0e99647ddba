import type { ShownFilm } from '../../../pipeline/shown-film.ts';
import { type FilmEntry, isRead } from '../../store/film-state.ts';
import { currentEdit } from '../../store/mask-edit.ts';
import { useReader } from '../../store/reader-context.tsx';
import { useViewer } from '../../store/viewer/viewer-context.tsx';
import type { LungEditing } from '../../ui/film/lung-editing.ts';
import { usePrinting } from '../../ui/film/use-printing.ts';
import { EditBar } from './edit-bar.tsx';
import { useEditKeys } from './use-edit-keys.ts';
import { useMaskEdit } from './use-mask-edit.ts';

/** The correction of a film's lungs; null as long as nobody corrects them. */
export function useLungEditing(entry: FilmEntry, film: ShownFilm): LungEditing | null {
  const { id } = entry;
  const wanted = useViewer((state) => state.editing);
  const draft = useViewer((state) => state.draft);
  const edit = useReader((state) => currentEdit(state.edits, entry));
  // On paper the lungs are as they were read, without the marks of the pen.
  const printing = usePrinting();
  const study = isRead(entry) && wanted && !printing ? entry.state.study : null;
  const mask = study && (edit?.history.mask ?? study.lungs);
  const stroke = useMaskEdit(id, film, mask);
  useEditKeys(id, mask !== null);
  if (!study || !mask || !stroke) return null;
  const edited = study.lungsEdited || edit?.problem != null;
  return {
    lungs: draft ?? mask,
    stroke,
    bar: <EditBar id={id} film={film} mask={mask} edit={edit} edited={edited} />,
  };
}
