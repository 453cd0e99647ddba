import * as Switch from '@radix-ui/react-switch';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useSpeech } from '../../i18n/speech.ts';
import { useSelectedFilm } from '../../store/reader-context.tsx';
import { AppDialog } from '../../ui/app-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { ChoiceMenu } from '../../ui/choice-menu.tsx';
import { CaseList } from './case-list.tsx';
import styles from './cases.module.css';
import { casesStore, EXPIRY_DAYS, type ReadableCase } from './cases-store.ts';
import { KeepFilm } from './keep-film.tsx';
import { SideBySide } from './side-by-side.tsx';
import { useFilmMark } from './use-film-mark.ts';

/** Cases kept on this device: whether, how long, which; and the film on screen beside one of them. */
export function CasesDialog() {
  const { t } = useTranslation('cases');
  const { format } = useSpeech();
  const { on, days, cases, trouble, turn, keepFor, refresh, wipe } = useStore(casesStore);
  const [compared, setCompared] = useState<ReadableCase | null>(null);
  const [open, setOpen] = useState(false);
  const entry = useSelectedFilm();
  const study = entry?.state.status === 'done' ? entry.state.study : null;
  const mark = useFilmMark(on && open && entry && study ? entry.source : null);

  // What has expired goes when the app is opened, and again whenever the list is.
  useEffect(() => {
    refresh();
  }, [refresh]);

  const change = (next: boolean) => {
    setOpen(next);
    setCompared(null);
    if (next) refresh();
  };
  const bytes = cases.reduce((sum, one) => sum + one.bytes, 0);
  return (
    <AppDialog
      title={t('title')}
      description={t('description')}
      size="large"
      open={open}
      onOpenChange={change}
      trigger={<Button kind="quiet">{t('title')}</Button>}
    >
      <div className={styles.body}>
        {compared && entry && study ? (
          <SideBySide
            earlier={compared}
            entry={entry}
            study={study}
            onClose={() => setCompared(null)}
          />
        ) : (
          <>
            <div className={styles.setting}>
              <label htmlFor="cases-on">{t('switch')}</label>
              <Switch.Root
                id="cases-on"
                className={styles.switch}
                checked={on}
                onCheckedChange={turn}
              >
                <Switch.Thumb className={styles.thumb} />
              </Switch.Root>
            </div>
            <p className={styles.hint}>{t('switchMeaning')}</p>
            {trouble && (
              <p className={styles.warning} role="alert">
                {t(`trouble.${trouble}`)}
              </p>
            )}
            {on && (
              <>
                <div className={styles.row}>
                  <span className={styles.hint}>{t('keepFor')}</span>
                  <ChoiceMenu
                    name={t('keepFor')}
                    value={String(days)}
                    onChoose={(value) => keepFor(EXPIRY_DAYS.find((n) => String(n) === value) ?? 7)}
                    groups={[
                      {
                        title: null,
                        choices: EXPIRY_DAYS.map((count) => ({
                          value: String(count),
                          text: t('days', { count }),
                        })),
                      },
                    ]}
                  />
                </div>
                {entry && study && (
                  <KeepFilm key={entry.id} source={entry.source} study={study} mark={mark} />
                )}
                {cases.length > 0 && (
                  <div className={styles.setting}>
                    <h3>{t('list', { count: cases.length, size: format.megabytes(bytes) })}</h3>
                    <Button kind="quiet" onClick={wipe}>
                      {t('wipe')}
                    </Button>
                  </div>
                )}
                <CaseList mark={mark} onCompare={setCompared} />
              </>
            )}
          </>
        )}
      </div>
    </AppDialog>
  );
}
