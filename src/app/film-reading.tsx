import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from './features/answer/answer.tsx';
import { Notes } from './features/answer/notes.tsx';
import { ProblemPanel } from './features/answer/problem-panel.tsx';
import { ProgressPanel } from './features/answer/progress-panel.tsx';
import { BeforeAfter } from './features/correct/before-after.tsx';
import { FrameNote } from './features/gate/frame-note.tsx';
import { GateMarks } from './features/gate/gate-marks.tsx';
import { RefusalActions } from './features/gate/refusal-actions.tsx';
import { ModelsDialog } from './features/model-card/models-dialog.tsx';
import { FilmViewer } from './film-viewer.tsx';
import styles from './reading.module.css';
import { type FilmEntry, filmOf, isRead } from './store/film-state.ts';
import { useReader } from './store/reader-context.tsx';
import { LinkButton } from './ui/link-button.tsx';

interface FilmReadingProps {
  readonly entry: FilmEntry;
  /** Stands beside the headline of an answer. */
  readonly action: ReactNode;
}

/** One film: its pictures, and beside them what was found, or how far it is, or what went wrong. */
export function FilmReading({ entry, action }: FilmReadingProps) {
  const { id, source, state } = entry;
  const { t } = useTranslation('reading');
  const { t: gate } = useTranslation('gate');
  const retry = useReader((store) => store.retryFilm);
  const remove = useReader((store) => store.removeFilm);
  const film = filmOf(state);

  const viewer = film && (
    <div className={styles.viewer} data-area="viewer">
      <FilmViewer entry={entry} film={film} />
    </div>
  );
  if (state.status === 'refused' || state.status === 'failed') {
    return (
      <main className={`${styles.reading} ${styles.problem}`} data-status={state.status}>
        {viewer}
        <ProblemPanel
          kind={state.status}
          name={source.name}
          problem={state.problem}
          onRetry={() => retry(id)}
          onRemove={() => remove(id)}
          actions={
            state.status === 'refused' && (
              <>
                <FrameNote entry={entry} />
                <RefusalActions entry={entry} codes={state.codes ?? []} />
              </>
            )
          }
        />
      </main>
    );
  }
  return (
    <main className={styles.reading} data-status={state.status}>
      {viewer ?? <div className={styles.viewer} data-area="viewer" />}
      <div className={styles.side} data-area="side">
        {isRead(entry) ? (
          <>
            <Answer
              entry={entry}
              action={action}
              edited={<BeforeAfter entry={entry} />}
              marks={
                <>
                  <GateMarks
                    study={entry.state.study}
                    trainedOn={
                      <ModelsDialog trigger={<LinkButton>{gate('trainedOn')}</LinkButton>} />
                    }
                  />
                  <FrameNote entry={entry} />
                </>
              }
              figures={
                <ModelsDialog
                  model={entry.state.study.models.classifier}
                  trigger={<LinkButton>{t('figures')}</LinkButton>}
                />
              }
            />
            <Notes entry={entry} />
          </>
        ) : (
          <ProgressPanel entry={entry} />
        )}
      </div>
    </main>
  );
}
