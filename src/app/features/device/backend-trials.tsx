import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../models/backend-refusal.ts';
import type { BackendTrial, SelfTestFigures } from '../../../models/backend-trial.ts';
import { BACKEND_NAMES } from '../../i18n/backend-names.ts';
import { useSpeech } from '../../i18n/speech.ts';
import styles from './device.module.css';

function Figures({ figures, testedAt }: { figures: SelfTestFigures; testedAt: number | null }) {
  const { t } = useTranslation('device');
  const { format } = useSpeech();
  const { lungs, classes, heat, filmCheck, tookMs, warmMs } = figures;
  const off = (value: number) => format.significant(value, 2);
  const parts = [
    t('off', { lungs: off(lungs), classes: off(classes) }),
    heat !== null && t('heat', { heat: off(heat) }),
    filmCheck !== null && t('check', { check: off(filmCheck) }),
  ];
  const when = testedAt === null ? '' : format.dateTime(new Date(testedAt));
  const passed = [
    t('tested', { when, took: format.seconds(tookMs) }),
    warmMs !== null && t('warm', { time: format.seconds(warmMs) }),
  ];
  return (
    <p className={styles.figures}>
      {passed.filter(Boolean).join('; ')}
      <br />
      {parts.filter(Boolean).join(', ')}
    </p>
  );
}

function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useTranslation('device');
  const { format } = useSpeech();
  if (refusal.code === 'software-gpu') {
    return t('refusal.software-gpu', { renderer: refusal.renderer });
  }
  if (refusal.code === 'too-slow') {
    return t('refusal.too-slow', { time: format.seconds(refusal.ms) });
  }
  return t(`refusal.${refusal.code}`);
}

/** What became of every backend when the networks were started. */
export function BackendTrials({ trials }: { readonly trials: readonly BackendTrial[] }) {
  const { t } = useTranslation('device');
  return (
    <ul className={styles.trials}>
      {trials.map(({ backend, state, description, reason, refusal, selfTest, testedAt }) => (
        <li key={backend} data-backend={backend} data-state={state}>
          <strong>{BACKEND_NAMES[backend]}</strong>
          <span className={styles.state}>{t(`state.${state}`)}</span>
          {refusal ? (
            <p className={styles.reason}>
              <RefusalText refusal={refusal} />
            </p>
          ) : (
            (description ?? reason) && (
              <p className={styles.reason} lang="en" dir="auto">
                {description ?? reason}
              </p>
            )
          )}
          {selfTest && <Figures figures={selfTest} testedAt={testedAt} />}
        </li>
      ))}
    </ul>
  );
}
