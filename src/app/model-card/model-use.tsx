import { useRef } from 'react';
import type { ShelvedClassifier } from '../../models/read-shelf.ts';
import { formatMegabytes } from '../format.ts';
import { Button } from '../shell/button.tsx';
import { CheckIcon } from '../shell/icons.tsx';
import { describeModels, modelsFraction } from '../shell/models-status.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ProgressBar } from '../shell/progress-bar.tsx';
import { useKeptFocus } from '../shell/use-kept-focus.ts';
import { useReader } from '../store/reader-context.tsx';
import styles from './model-use.module.css';

interface ModelUseProps {
  readonly classifier: ShelvedClassifier;
  /** Whether this is the one that reads films, or will as soon as it is loaded. */
  readonly chosen: boolean;
}

/** Whether a classifier reads films, and how to have it read them. */
export function ModelUse({ classifier: { card, bytes }, chosen }: ModelUseProps) {
  const models = useReader((state) => state.models);
  const choose = useReader((state) => state.chooseClassifier);
  const load = useReader((state) => state.loadModels);
  const region = useRef<HTMLElement>(null);
  const reads = models.status === 'ready' && models.classifier === card.id;
  useKeptFocus(region, `${chosen} ${models.status}`);
  return (
    <section ref={region} tabIndex={-1} className={styles.use} aria-label="Which model reads films">
      {!chosen && (
        <>
          <Button kind="quiet" onClick={() => choose(card.id)}>
            Have it read films
          </Button>
          <p>
            {formatMegabytes(bytes)}, fetched from this very app unless they are here already. Films
            that are read keep their answers.
          </p>
        </>
      )}
      {chosen && reads && (
        <p className={styles.reads}>
          <CheckIcon />
          It reads the films.
        </p>
      )}
      {chosen && !reads && (models.status === 'loading' || models.status === 'ready') && (
        <div className={styles.loading}>
          <p>{describeModels(models)}</p>
          <ProgressBar name={`Loading ${card.title}`} fraction={modelsFraction(models)} />
        </div>
      )}
      {chosen && models.status === 'failed' && (
        <ProblemNote title="It could not be loaded" problem={models.problem} onRetry={load} />
      )}
      {chosen && models.status === 'unloaded' && (
        <>
          <Button kind="quiet" onClick={load}>
            Load it
          </Button>
          <p>{describeModels(models)}</p>
        </>
      )}
    </section>
  );
}
