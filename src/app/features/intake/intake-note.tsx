import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SkippedFile, SkipReason } from '../../../platform/intake/intake-file.ts';
import { CloseButton } from '../../ui/close-button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useIntake } from './intake-context.tsx';
import styles from './intake-note.module.css';

/** Fewer files are looked through before anybody has read that they are. */
const WORTH_TELLING = 100;
/** Of each reason; nobody reads a list of thousands. */
const MOST_NAMED = 50;

function byReason(skipped: readonly SkippedFile[]): [SkipReason, string[]][] {
  const groups = new Map<SkipReason, string[]>();
  for (const { path, reason } of skipped) {
    groups.set(reason, [...(groups.get(reason) ?? []), path].slice(0, MOST_NAMED + 1));
  }
  return [...groups];
}

function Skipped({ skipped }: { skipped: readonly SkippedFile[] }) {
  const { t } = useTranslation('arrivals');
  return (
    <dl className={styles.reasons}>
      {byReason(skipped).map(([reason, paths]) => {
        const count = skipped.filter((file) => file.reason === reason).length;
        return (
          <div key={reason}>
            <dt>{t(`reason.${reason}`)}</dt>
            {paths.slice(0, MOST_NAMED).map((path) => (
              <dd key={path} dir="auto">
                {path}
              </dd>
            ))}
            {count > MOST_NAMED && <dd>{t('more', { count: count - MOST_NAMED })}</dd>}
          </div>
        );
      })}
    </dl>
  );
}

/** Says what came of a folder or an archive: how many films, and which files are none and why. */
export function IntakeNote() {
  const { t } = useTranslation('arrivals');
  const note = useIntake((state) => state.note);
  const looking = useIntake((state) => state.looking);
  const stop = useIntake((state) => state.stop);
  const dismiss = useIntake((state) => state.dismiss);
  const [open, setOpen] = useState(false);
  const listId = useId();
  const busy = looking && looking.total > WORTH_TELLING ? looking : null;
  if (!busy && !note) return null;
  return (
    <section className={styles.note} aria-label={t('title')}>
      <div className={styles.line}>
        <p role="status" className={styles.text}>
          {busy ? (
            t('looking', { seen: busy.seen, count: busy.total })
          ) : (
            <>
              <strong>{t('added', { count: note?.added ?? 0 })}</strong>
              {', '}
              {t('skipped', { count: note?.skipped.length ?? 0 })}
            </>
          )}
        </p>
        {busy ? (
          <LinkButton onClick={stop}>{t('stop')}</LinkButton>
        ) : (
          <LinkButton
            aria-expanded={open}
            aria-controls={listId}
            onClick={() => setOpen((now) => !now)}
          >
            {open ? t('hide') : t('show')}
          </LinkButton>
        )}
        {!busy && <CloseButton aria-label={t('close')} onClick={dismiss} />}
      </div>
      <div id={listId} hidden={!open || Boolean(busy)} className={styles.list}>
        {note && <Skipped skipped={note.skipped} />}
      </div>
    </section>
  );
}
