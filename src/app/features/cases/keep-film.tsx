import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ShareRect } from '../../../imaging/black-out.ts';
import { findsTextLike } from '../../../imaging/find-text-like.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import type { FilmSource } from '../../../platform/intake/film-source.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { BlackOutEditor } from './black-out-editor.tsx';
import styles from './cases.module.css';
import { casesStore } from './cases-store.ts';
import { readSourceFacts } from './read-source-facts.ts';

interface KeepFilmProps {
  readonly source: FilmSource;
  readonly study: ShownStudy;
  /** What a case of this film is marked with; null until it is known. */
  readonly mark: string | null;
}

/** Keeps the film on screen, after a look at what is written on it. */
export function KeepFilm({ source, study, mark }: KeepFilmProps) {
  const { t } = useTranslation('cases');
  const { format } = useSpeech();
  const { cases, busy, keep } = useStore(casesStore);
  const [rects, setRects] = useState<readonly ShareRect[]>([]);
  const [like, setLike] = useState('');
  const [burnedIn, setBurnedIn] = useState<'yes' | 'no' | 'unknown'>('no');
  const [kept, setKept] = useState(false);
  const before = mark === null ? undefined : cases.find(({ film }) => film === mark);
  const others = cases.filter((one) => one !== before);
  const letters = useMemo(() => findsTextLike(study.film.picture), [study.film.picture]);

  useEffect(() => {
    let there = true;
    readSourceFacts(source)
      .then((facts) => there && setBurnedIn(facts.burnedIn))
      .catch(() => there && setBurnedIn('unknown'));
    return () => {
      there = false;
    };
  }, [source]);

  async function onKeep() {
    const same = cases.find(({ id }) => String(id) === like) ?? null;
    await keep({ source, study, blackedOut: rects, like: same });
    setKept(casesStore.getState().trouble === null);
  }

  const warning =
    burnedIn !== 'no' ? t(`burnedIn.${burnedIn}`) : letters ? t('burnedIn.seen') : null;
  return (
    <section className={styles.keep} aria-labelledby="keep-title">
      <h3 id="keep-title">{t('keepTitle')}</h3>
      {warning && (
        <p className={styles.warning} role="status">
          <WarningIcon />
          {warning}
        </p>
      )}
      <BlackOutEditor film={study.film} rects={rects} onChange={setRects} />
      {others.length > 0 && (
        <div className={styles.row}>
          <span className={styles.hint}>{t('samePatient')}</span>
          <ChoiceMenu
            name={t('samePatient')}
            value={like}
            onChoose={setLike}
            groups={[
              {
                title: null,
                choices: [
                  { value: '', text: t('asFileSays') },
                  ...others.map(({ id, addedAt }) => ({
                    value: String(id),
                    text: `${t('case', { number: id })}, ${format.dateTime(new Date(addedAt))}`,
                  })),
                ],
              },
            ]}
          />
        </div>
      )}
      {before && !kept && <p className={styles.hint}>{t('keptBefore', { number: before.id })}</p>}
      <div className={styles.row}>
        <Button kind="primary" onClick={onKeep} disabled={busy || kept}>
          {t(before && !kept ? 'keepInstead' : 'keep')}
        </Button>
        <span role="status" className={styles.hint}>
          {kept && t('kept')}
        </span>
      </div>
    </section>
  );
}
