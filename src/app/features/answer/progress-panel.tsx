import { useTranslation } from 'react-i18next';
import { describeModels, modelsFraction } from '../../i18n/describe-models.ts';
import { useSpeech } from '../../i18n/speech.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import { useReader } from '../../store/reader-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './answer.module.css';

const STEPS = ['decoding', 'loading-models', 'segmenting', 'classifying'] as const;

/** How far a film has come. */
export function ProgressPanel({ entry: { id, source, state } }: { entry: FilmEntry }) {
  const { t } = useTranslation('answer');
  const { t: common } = useTranslation('common');
  const { t: gate } = useTranslation('gate');
  const speech = useSpeech();
  const models = useReader((reader) => reader.models);
  const remove = useReader((reader) => reader.removeFilm);
  const retry = useReader((reader) => reader.retryFilm);
  const cancelled = state.status === 'cancelled';
  const at = (STEPS as readonly string[]).indexOf(state.status);
  const loading = state.status === 'loading-models';
  const computed = 'fraction' in state ? state.fraction : null;
  const current = STEPS[at];
  const fraction = loading ? modelsFraction(models) : computed;
  return (
    <section className={styles.panel} data-area="answer" aria-labelledby="progress">
      <p className={styles.overline} dir="auto" data-print="hide">
        {source.name}
      </p>
      <h2 id="progress" className={styles.answer}>
        {t(cancelled ? 'cancelled' : at < 0 ? 'waiting' : 'underWay')}
      </h2>
      <ol className={styles.steps}>
        {STEPS.map((status, step) => (
          <li
            key={status}
            data-step={step < at ? 'past' : 'ahead'}
            aria-current={step === at ? 'step' : undefined}
          >
            <span className={styles.bullet}>{step < at && <CheckIcon />}</span>
            {t(`step.${status}`)}
          </li>
        ))}
      </ol>
      {current && <ProgressBar name={t(`step.${current}`)} fraction={fraction} />}
      {state.status === 'loading-models' && state.recovering && (
        <p className={styles.hint} role="status">
          {gate('recovering', { message: speech.problem(state.recovering).message })}
        </p>
      )}
      {loading && <p className={styles.hint}>{describeModels(models, speech)}</p>}
      <div className={styles.actions}>
        {cancelled && (
          <Button kind="primary" onClick={() => retry(id)}>
            {t('readThis')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => remove(id)}>
          {cancelled ? t('remove') : common('cancel')}
        </Button>
      </div>
    </section>
  );
}
