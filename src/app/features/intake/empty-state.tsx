import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../i18n/speech.ts';
import { useReader } from '../../store/reader-context.tsx';
import { Button } from '../../ui/button.tsx';
import { LungsMark } from '../../ui/icons.tsx';
import styles from './empty-state.module.css';
import { canChooseFolders } from './folder-input.tsx';
import { BarsSketch, HeatSketch, LungsSketch } from './sketches.tsx';
import { demoSource } from './sources.ts';

const STEPS = [
  ['lungs', LungsSketch],
  ['bars', BarsSketch],
  ['heat', HeatSketch],
] as const;

interface EmptyStateProps {
  readonly onOpen: () => void;
  readonly onOpenFolder: () => void;
}

/** The first screen: what to bring, and what will happen to it. */
export function EmptyState({ onOpen, onOpenFolder }: EmptyStateProps) {
  const { t } = useTranslation('intake');
  const { t: arrivals } = useTranslation('arrivals');
  const speech = useSpeech();
  const addFilms = useReader((state) => state.addFilms);
  const models = useReader((state) => state.models);
  const problem = models.status === 'failed' ? speech.problem(models.problem) : null;
  return (
    <main className={styles.empty}>
      <section className={styles.card} aria-labelledby="empty-title">
        <span className={styles.mark}>
          <LungsMark size={72} />
        </span>
        <h2 id="empty-title" className={styles.title}>
          {t('title')}
        </h2>
        <p className={styles.formats}>{t('formats')}</p>
        <div className={styles.buttons}>
          <Button kind="primary" onClick={onOpen}>
            {t('choose')}
          </Button>
          {canChooseFolders && (
            <Button kind="quiet" onClick={onOpenFolder}>
              {arrivals('chooseFolder')}
            </Button>
          )}
          <Button kind="quiet" onClick={() => addFilms([demoSource(t('demoName'))])}>
            {t('tryDemo')}
          </Button>
        </div>
        <p className={styles.demo}>{t('demoIs')}</p>
        {problem && (
          <p className={styles.problem} role="alert">
            {problem.message} {problem.advice}
          </p>
        )}
      </section>
      <ol className={styles.steps}>
        {STEPS.map(([step, Sketch]) => (
          <li key={step}>
            <Sketch />
            <h3>{t(`step.${step}`)}</h3>
            <p>{t(`step.${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </main>
  );
}
