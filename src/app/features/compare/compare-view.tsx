import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { classifierOf, classifiersOf, titleOf } from '../../i18n/model-names.ts';
import { useSpeech } from '../../i18n/speech.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import { useReader } from '../../store/reader-context.tsx';
import { Button } from '../../ui/button.tsx';
import { filmLayer } from '../../ui/film/film-canvas.ts';
import { HeatControls } from '../../ui/film/heat-controls.tsx';
import { useLungPath } from '../../ui/film/use-lung-path.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { defaultOther, isLoaded } from './choose-other.ts';
import { ColumnHead } from './column-head.tsx';
import styles from './compare.module.css';
import { HeatPane } from './heat-pane.tsx';
import { OtherChooser } from './other-chooser.tsx';
import { OtherState } from './other-state.tsx';
import { PairedBars } from './paired-bars.tsx';
import { useHeatLayers } from './use-heat-layers.ts';
import { verdict } from './verdict.ts';

interface CompareViewProps {
  readonly entry: FilmEntry;
  /** The reading that the film has. */
  readonly study: ShownStudy;
  readonly onClose: () => void;
}

/** One film read by two models inside the same lungs, side by side (Xu et al. 2021, Fig. 9). */
export function CompareView({ entry, study, onClose }: CompareViewProps) {
  const { t } = useTranslation('compare');
  const { t: correct } = useTranslation('correct');
  const speech = useSpeech();
  const { id, comparison } = entry;
  const shelf = useReader((state) => state.shelf);
  const loadShelf = useReader((state) => state.loadShelf);
  const opacity = useReader((state) => state.heatOpacity);
  const chooseLabel = useReader((state) => state.chooseLabel);
  const compareWith = useReader((state) => state.compareWith);
  const stopComparing = useReader((state) => state.stopComparing);
  const [picked, setPicked] = useState(comparison?.classifier ?? null);

  const others = classifiersOf(shelf).filter(({ card }) => card.id !== study.models.classifier);
  const other = others.find(({ card }) => card.id === picked) ?? defaultOther(others);
  const otherId = other?.card.id ?? '';
  const loaded = useReader((state) => isLoaded(state, otherId));
  const theirs = comparison?.classifier === otherId ? comparison : null;
  const second = theirs?.status === 'done' ? theirs.study : null;

  const chosen = entry.chosenLabel ?? study.label;
  const picture = useMemo(() => filmLayer(study.film), [study.film]);
  const lungs = useLungPath(study.lungs);
  const firstHeat = useHeatLayers(picture, lungs, study.heatMaps[chosen], opacity);
  const secondHeat = useHeatLayers(picture, lungs, second?.heatMaps[chosen] ?? null, opacity);

  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useKeptFocus(heading, `${otherId} ${theirs?.status}`);

  const firstTitle = titleOf(shelf, study.models.classifier);
  const secondTitle = other?.card.title ?? '';
  const pick = (next: string) => {
    setPicked(next);
    if (comparison?.status === 'loading') stopComparing(id);
  };
  const statusText = () => {
    if (!other) return '';
    if (theirs?.status === 'loading') return t('status.reads', { title: secondTitle });
    if (theirs?.status === 'failed') return t('status.failed', { title: secondTitle });
    if (!second) return t('status.only', { title: firstTitle });
    return verdict({ title: firstTitle, study }, { title: secondTitle, study: second }, speech);
  };

  return (
    <main className={styles.compare} data-status="done" data-view="compare">
      <header className={styles.bar}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {t('title')}
        </h2>
        {other && <OtherChooser others={others} chosen={otherId} onChoose={pick} />}
        <Button kind="quiet" onClick={onClose}>
          {t('back')}
        </Button>
      </header>
      <ColumnHead
        of="A"
        title={firstTitle}
        classifier={classifierOf(shelf, study.models.classifier)}
        study={study}
        lungs={study.lungs}
        chosen={chosen}
      />
      <div className={styles.picture} data-surface="film" data-print="bed" data-of="A">
        <HeatPane of="A" title={firstTitle} film={study.film} chosen={chosen} layers={firstHeat} />
      </div>
      {other ? (
        <>
          <ColumnHead
            of="B"
            title={secondTitle}
            classifier={other}
            study={second}
            lungs={study.lungs}
            chosen={chosen}
          />
          <div className={styles.picture} data-surface="film" data-print="bed" data-of="B">
            {second ? (
              <HeatPane
                of="B"
                title={secondTitle}
                film={study.film}
                chosen={chosen}
                layers={secondHeat}
              />
            ) : (
              <OtherState
                other={other}
                comparison={theirs?.status === 'done' ? null : theirs}
                loaded={loaded}
                onStart={() => compareWith(id, otherId)}
                onStop={() => stopComparing(id)}
              />
            )}
          </div>
        </>
      ) : (
        <div className={styles.nothing}>
          {shelf.status === 'failed' ? (
            <ProblemNote title={t('noShelf')} problem={shelf.problem} onRetry={loadShelf} />
          ) : (
            <p>{shelf.status === 'ready' ? t('noOther') : t('readingShelf')}</p>
          )}
        </div>
      )}
      <section className={styles.chart} aria-label={t('chart')}>
        <p role="status" className={styles.verdict}>
          {statusText()}
        </p>
        <PairedBars
          first={{ title: firstTitle, probabilities: study.probabilities }}
          second={{ title: secondTitle, probabilities: second?.probabilities ?? null }}
          chosen={chosen}
          onChoose={(label) => chooseLabel(id, label)}
        />
        <HeatControls scale={t('scale')} />
        {study.lungsEdited && <p className={styles.edited}>{correct('edited')}</p>}
        <p className={styles.note}>
          {t('note', { percent: speech.format.percent(study.lungFraction) })}
          {second && ` ${t('markNote')}`}
        </p>
      </section>
    </main>
  );
}
