import { toProblem } from '../../../errors/problem.ts';
import type { Mask } from '../../../imaging/film.ts';
import {
  beginHistory,
  type MaskHistory,
  pushMask,
  redo,
  undo,
} from '../../../imaging/mask-edit/history.ts';
import { sameMask } from '../../../imaging/mask-edit/same-mask.ts';
import { ofTheFilm } from '../../../pipeline/gate/gate-codes.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import type { Outcome } from '../../../workers/analysis/analyser.ts';
import { type FilmEntry, filmOf } from '../film-state.ts';
import { currentEdit, type MaskEdit } from '../mask-edit.ts';
import type { EditSlice } from '../reader-state.ts';
import type { StoreParts } from '../store-parts.ts';

/** Corrections of the lungs by hand; each is read again at once, by the classifier that read the film. */
export function createEditSlice({ analyser, get, set, patchFilm }: StoreParts): EditSlice {
  const controllers = new Map<number, AbortController>();

  function keep(id: number, edit: MaskEdit | null): void {
    const { films, edits } = get();
    const left = new Map([...edits].filter(([one]) => films.get(one)));
    if (edit) left.set(id, edit);
    else left.delete(id);
    set({ edits: left });
  }

  function stop(id: number): void {
    const controller = controllers.get(id);
    controllers.delete(id);
    controller?.abort();
  }

  /** Shows another study of the film; a comparison inside the old lungs has no meaning any more. */
  function show(id: number, study: ShownStudy): void {
    if (get().films.get(id)?.comparison) get().stopComparing(id);
    patchFilm(id, ({ state }) => {
      // The picture of the film on screen may be a newer one than that of the study.
      const film = filmOf(state) ?? study.film;
      return { state: { status: 'done', study: { ...study, film } } };
    });
  }

  function settle(id: number, outcome: Outcome, began: number): void {
    const entry = get().films.get(id);
    const edit = entry && currentEdit(get().edits, entry);
    if (!edit) return;
    const tookMs = performance.now() - began;
    if (outcome.type !== 'done') {
      keep(id, { ...edit, status: 'ready', problem: outcome.problem, tookMs });
      return;
    }
    const latest = { ...outcome.study, rawLungs: edit.model.rawLungs };
    keep(id, { ...edit, latest, status: 'ready', problem: null, tookMs });
    show(id, latest);
  }

  function rerun({ id, source }: FilmEntry, edit: MaskEdit): void {
    stop(id);
    const { model, history } = edit;
    if (sameMask(history.mask, model.lungs)) {
      keep(id, { ...edit, latest: model, status: 'ready', problem: null, tookMs: null });
      show(id, model);
      return;
    }
    keep(id, { ...edit, status: 'running', problem: null });
    const controller = new AbortController();
    controllers.set(id, controller);
    const began = performance.now();
    const request = {
      source,
      lungs: history.mask,
      lungsEdited: true,
      said: ofTheFilm(model),
      classifier: model.models.classifier,
    };
    analyser
      .compare(request, model.film, { signal: controller.signal, onEvent: () => {} })
      .catch((error: unknown): Outcome => ({ type: 'failed', problem: toProblem(error) }))
      .then((outcome) => {
        if (controllers.get(id) !== controller) return;
        controllers.delete(id);
        settle(id, outcome, began);
      });
  }

  function change(id: number, to: (history: MaskHistory) => MaskHistory): void {
    const entry = get().films.get(id);
    if (entry?.state.status !== 'done') return;
    const { study } = entry.state;
    const edit = currentEdit(get().edits, entry) ?? {
      history: beginHistory(study.lungs),
      model: study,
      latest: study,
      status: 'ready' as const,
      problem: null,
      tookMs: null,
    };
    const history = to(edit.history);
    if (history.mask !== edit.history.mask) rerun(entry, { ...edit, history });
  }

  return {
    edits: new Map(),
    editLungs: (id, mask: Mask) => change(id, (history) => pushMask(history, mask)),
    undoEdit: (id) => change(id, undo),
    redoEdit: (id) => change(id, redo),
    resetLungs(id) {
      const entry = get().films.get(id);
      if (entry?.state.status !== 'done') return;
      const edit = currentEdit(get().edits, entry);
      const model = edit?.model ?? entry.state.study;
      // Lungs that were edited before the page was loaded: only the networks know what they found.
      if (model.lungsEdited) get().rerunFilms([id]);
      else if (edit) change(id, (history) => pushMask(history, model.lungs));
    },
  };
}
