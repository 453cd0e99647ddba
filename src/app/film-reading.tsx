import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BeforeAfter } from './features/correct/before-after.tsx';
import { Answer } from './features/findings/answer.tsx';
import { Notes } from './features/findings/notes.tsx';
import { ProblemPanel } from './features/findings/problem-panel.tsx';
import { ProgressPanel } from './features/findings/progress-panel.tsx';
import { GateMarks } from './features/gate/gate-marks.tsx';
import { RefusalActions } from './features/gate/refusal-actions.tsx';
import { ModelsDialog } from './features/model-card/models-dialog.tsx';
import { Viewer } from './features/viewer/viewer.tsx';
import { WindowChoice } from './features/window-choice/window-choice.tsx';
import { CAUTIONS_WITHOUT_CARD } from './i18n/card-keys.ts';
import { classifierOf, titleOf } from './i18n/model-names.ts';
import styles from './reading.module.css';
import { type FilmEntry, filmOf, isRunning } from './store/film-state.ts';
import { currentEdit } from './store/mask-edit.ts';
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
  const shelf = useReader((store) => store.shelf);
  const chooseLabel = useReader((store) => store.chooseLabel);
  const retry = useReader((store) => store.retryFilm);
  const remove = useReader((store) => store.removeFilm);
  const reset = useReader((store) => store.resetLungs);
  const edit = useReader((store) => currentEdit(store.edits, entry));

  const film = filmOf(state);
  const study = state.status === 'done' ? state.study : null;
  const reader = study && classifierOf(shelf, study.models.classifier);
  const problem = state.status === 'refused' || state.status === 'failed' ? state : null;
  const lungs = study?.lungs ?? (state.status === 'refused' ? state.lungs : null);
  const chosen = study && (entry.chosenLabel ?? study.label);

  const viewer = film && (
    <div className={styles.viewer} data-area="viewer">
      <Viewer
        id={id}
        source={source}
        film={film}
        study={study}
        lungs={lungs}
        pending={isRunning(state)}
        chosen={chosen}
        edit={edit}
        tools={<WindowChoice entry={entry} />}
      />
    </div>
  );
  if (problem) {
    return (
      <main className={`${styles.reading} ${styles.problem}`} data-status={state.status}>
        {viewer}
        <ProblemPanel
          kind={problem.status}
          name={source.name}
          problem={problem.problem}
          onRetry={() => retry(id)}
          onRemove={() => remove(id)}
          actions={
            state.status === 'refused' && <RefusalActions entry={entry} codes={state.codes ?? []} />
          }
        />
      </main>
    );
  }
  return (
    <main className={styles.reading} data-status={state.status}>
      {viewer ?? <div className={styles.viewer} data-area="viewer" />}
      <div className={styles.side} data-area="side">
        {study && chosen ? (
          <Answer
            study={study}
            reader={titleOf(shelf, study.models.classifier)}
            threshold={reader?.card.indeterminateBelow ?? null}
            chosen={chosen}
            onChoose={(label) => chooseLabel(id, label)}
            action={action}
            edited={
              study.lungsEdited && (
                <BeforeAfter
                  before={edit && !edit.model.lungsEdited ? edit.model : null}
                  after={study}
                  onReset={() => reset(id)}
                />
              )
            }
            marks={<GateMarks study={study} />}
            figures={
              <ModelsDialog
                model={study.models.classifier}
                trigger={<LinkButton>{t('figures')}</LinkButton>}
              />
            }
          />
        ) : (
          <ProgressPanel entry={entry} />
        )}
        {study && chosen && (
          <Notes
            study={study}
            chosen={chosen}
            cautions={reader?.card.cautions ?? CAUTIONS_WITHOUT_CARD}
          />
        )}
      </div>
    </main>
  );
}
