import { useTranslation } from 'react-i18next';
import { describeModels, modelsFraction } from '../../i18n/describe-models.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { useReader } from '../../store/reader-context.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './models-status.module.css';

export function ModelsStatus() {
  const { t } = useTranslation('shell');
  const speech = useSpeech();
  const models = useReader((state) => state.models);
  const load = useReader((state) => state.loadModels);
  return (
    <div className={styles.status} data-status={models.status}>
      <span className={styles.text}>
        <span className={styles.dot} aria-hidden="true" />
        {describeModels(models, speech)}
      </span>
      {models.status === 'loading' && (
        <ProgressBar name={t('networks.progress')} fraction={modelsFraction(models)} />
      )}
      {(models.status === 'failed' || models.status === 'unloaded') && (
        <button type="button" className={styles.retry} onClick={load}>
          {t('networks.again')}
        </button>
      )}
    </div>
  );
}
