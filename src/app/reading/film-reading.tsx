import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalCode } from '../../pipeline/errors.ts';
import { Answer } from '../findings/answer.tsx';
import { Notes } from '../findings/notes.tsx';
import { ProblemPanel } from '../findings/problem-panel.tsx';
import { ProgressPanel } from '../findings/progress-panel.tsx';
import { useSpeech } from '../i18n/speech.ts';
import { ModelsDialog } from '../model-card/models-dialog.tsx';
import { classifierOf, titleOf } from '../model-names.ts';
import { LinkButton } from '../shell/link-button.tsx';
import { type FilmEntry, filmOf } from '../store/film-state.ts';
import { useReader } from '../store/reader-context.tsx';
import { HeatControls } from '../viewer/heat-controls.tsx';
import { Pane } from '../viewer/pane.tsx';
import styles from './reading.module.css';
import { useReadingLayers } from './use-reading-layers.ts';

const UNFAMILIAR: RefusalCode = 'unfamiliar';

interface FilmReadingProps {
  readonly entry: FilmEntry;
  /** Stands beside the headline of an answer. */
  readonly action: ReactNode;
}

/** One film: its pictures, and beside them what was found, or how far it is, or what went wrong. */
export function FilmReading({ entry, action }: FilmReadingProps) {
  const { id, source, state } = entry;
  const { t } = useTranslation('reading');
  const { t: common } = useTranslation('common');
  const { format, labels } = useSpeech();
  const shelf = useReader((store) => store.shelf);
  const opacity = useReader((store) => store.heatOpacity);
  const chooseLabel = useReader((store) => store.chooseLabel);
  const retry = useReader((store) => store.retryFilm);
  const remove = useReader((store) => store.removeFilm);

  const film = filmOf(state);
  const study = state.status === 'done' ? state.study : null;
  const reader = study && classifierOf(shelf, study.models.classifier);
  const problem = state.status === 'refused' || state.status === 'failed' ? state : null;
  const lungs = study?.lungs ?? (state.status === 'refused' ? state.lungs : null);
  const chosen = study && (entry.chosenLabel ?? study.label);
  const heatMap = study && chosen && study.heatMaps[chosen];
  const layers = useReadingLayers(film, lungs, heatMap, opacity);
  const className = chosen ? labels[chosen] : '';

  const filmPane = (
    <Pane
      area="film"
      title={t('film')}
      detail={source.name}
      film={film}
      layers={layers.film}
      name={t('filmName', { name: source.name })}
    />
  );
  const outlinePane = (
    <Pane
      area="outline"
      title={problem ? t('takenForLungs') : t('outline')}
      detail={study ? common('ofFilm', { percent: format.percent(study.lungFraction) }) : undefined}
      film={film}
      layers={layers.outline}
      name={t('outlineName', { name: source.name })}
    />
  );
  if (problem) {
    return (
      <main className={`${styles.reading} ${styles.problem}`} data-status={state.status}>
        {film && filmPane}
        <ProblemPanel
          kind={problem.status}
          name={source.name}
          problem={problem.problem}
          onRetry={() => retry(id)}
          onRemove={() => remove(id)}
          more={
            problem.problem.code === UNFAMILIAR && (
              <ModelsDialog trigger={<LinkButton>{t('trainedOn')}</LinkButton>} />
            )
          }
        />
        {lungs?.data.includes(1) && outlinePane}
      </main>
    );
  }
  return (
    <main className={styles.reading} data-status={state.status}>
      {filmPane}
      {study && chosen ? (
        <Answer
          study={study}
          reader={titleOf(shelf, study.models.classifier)}
          threshold={reader?.card.indeterminateBelow ?? null}
          chosen={chosen}
          onChoose={(label) => chooseLabel(id, label)}
          action={action}
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
      <Pane
        area="heat"
        title={t('heatMap')}
        detail={className}
        film={film}
        layers={layers.heat}
        name={t('heatName', { label: className, name: source.name })}
        controls={<HeatControls />}
      />
      {outlinePane}
      <Pane
        area="cut-out"
        title={t('cutOut')}
        detail={t('cutOutDetail')}
        film={film}
        layers={layers.cutOut}
        name={t('cutOutName', { name: source.name })}
      />
      {study && <Notes study={study} cautions={reader?.card.cautions ?? []} />}
    </main>
  );
}
