import { Button } from '../shell/button.tsx';
import { LungsMark } from '../shell/icons.tsx';
import { useReader } from '../store/reader-context.tsx';
import styles from './empty-state.module.css';
import { BarsSketch, HeatSketch, LungsSketch } from './sketches.tsx';
import { DEMO } from './sources.ts';

const STEPS = [
  [LungsSketch, 'The lungs', 'A first network finds the lungs and cuts them out of the film.'],
  [
    BarsSketch,
    'Five probabilities',
    'A second one looks only there: normal, COVID-19, tuberculosis, bacterial or viral pneumonia.',
  ],
  [HeatSketch, 'The evidence', 'For each class, a heat map shows what spoke for it.'],
] as const;

/** The first screen: what to bring, and what will happen to it. */
export function EmptyState({ onOpen }: { onOpen: () => void }) {
  const addFilms = useReader((state) => state.addFilms);
  const models = useReader((state) => state.models);
  return (
    <main className={styles.empty}>
      <section className={styles.card} aria-labelledby="empty-title">
        <span className={styles.mark}>
          <LungsMark size={72} />
        </span>
        <h2 id="empty-title" className={styles.title}>
          Drop a frontal chest X-ray
        </h2>
        <p className={styles.formats}>
          One film or many: DICOM, PNG or TIFF, 16-bit too, JPEG, WebP or BMP. Pasting works as
          well.
        </p>
        <div className={styles.buttons}>
          <Button kind="primary" onClick={onOpen}>
            Choose films
          </Button>
          <Button kind="quiet" onClick={() => addFilms([DEMO])}>
            Try the demo film
          </Button>
        </div>
        <p className={styles.demo}>The demo film is synthetic: drawn by this program, of nobody.</p>
        {models.status === 'failed' && (
          <p className={styles.problem} role="alert">
            {models.problem.message} {models.problem.advice}
          </p>
        )}
      </section>
      <ol className={styles.steps}>
        {STEPS.map(([Sketch, title, text]) => (
          <li key={title}>
            <Sketch />
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </main>
  );
}
