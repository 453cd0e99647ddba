import { useState } from 'react';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import type { Speech } from '../../i18n/speech.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import { useReaderStore } from '../../store/reader-context.tsx';
import type { PaneView } from './pane-pictures.ts';
import { type ExportJob, runExport } from './run-export.ts';

export type ExportState =
  | { readonly status: 'none' | 'working' | 'failed' }
  | { readonly status: 'saved'; readonly name: string };

/** Lets the button say that it works before the page is busy with it. */
const painted = () => new Promise<void>((resolve) => setTimeout(resolve, 30));

/** Runs exports of one film, one at a time. */
export function useExport(entry: FilmEntry, study: ShownStudy, view: PaneView, speech: Speech) {
  const store = useReaderStore();
  const [state, setState] = useState<ExportState>({ status: 'none' });
  async function start(job: ExportJob): Promise<void> {
    setState({ status: 'working' });
    await painted();
    try {
      const { films, shelf } = store.getState();
      const name = await runExport(job, { entry, study, films, shelf, view, speech });
      setState({ status: 'saved', name });
    } catch {
      setState({ status: 'failed' });
    }
  }
  return { start, state };
}
