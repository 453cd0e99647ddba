import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShelvedClassifier } from '../../../models/read-shelf.ts';
import { describeModels, modelsFraction } from '../../i18n/describe-models.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { useReader } from '../../store/reader-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import styles from './model-use.module.css';

interface ModelUseProps {
  readonly classifier: ShelvedClassifier;
  /** Whether this is the one that reads films, or will as soon as it is loaded. */
  readonly chosen: boolean;
}

/** Whether a classifier reads films, and how to have it read them. */
export function ModelUse({ classifier: { card, bytes }, chosen }: ModelUseProps) {
  const { t } = useTranslation('modelCard');
  const speech = useSpeech();
  const models = useReader((state) => state.models);
  const choose = useReader((state) => state.chooseClassifier);
  const load = useReader((state) => state.loadModels);
  const region = useRef<HTMLElement>(null);
  const reads = models.status === 'ready' && models.classifier === card.id;
  useKeptFocus(region, `${chosen} ${models.status}`);
  return (
    <section ref={region} tabIndex={-1} className={styles.use} aria-label={t('use.region')}>
      {!chosen && (
        <>
          <Button kind="quiet" onClick={() => choose(card.id)}>
            {t('use.choose')}
          </Button>
          <p>{t('use.cost', { bytes: speech.format.megabytes(bytes) })}</p>
        </>
      )}
      {chosen && reads && (
        <p className={styles.reads}>
          <CheckIcon />
          {t('use.reads')}
        </p>
      )}
      {chosen && !reads && (models.status === 'loading' || models.status === 'ready') && (
        <div className={styles.loading}>
          <p>{describeModels(models, speech)}</p>
          <ProgressBar
            name={t('use.loading', { title: card.title })}
            fraction={modelsFraction(models)}
          />
        </div>
      )}
      {chosen && models.status === 'failed' && (
        <ProblemNote title={t('use.failed')} problem={models.problem} onRetry={load} />
      )}
      {chosen && models.status === 'unloaded' && (
        <>
          <Button kind="quiet" onClick={load}>
            {t('use.load')}
          </Button>
          <p>{describeModels(models, speech)}</p>
        </>
      )}
    </section>
  );
}
