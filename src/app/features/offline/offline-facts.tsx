import { useTranslation } from 'react-i18next';
import type { Presence } from '../../../platform/storage/models/check-files.ts';
import { type Speech, useSpeech } from '../../i18n/speech.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useOffline } from './offline-context.tsx';
import styles from './offline-dialog.module.css';

function countText({ present, needed, bytes }: Presence, { t, format }: Speech): string {
  if (present < needed) return t('offline:someFiles', { present, needed });
  return bytes > 0
    ? t('offline:allVerified', { count: needed, bytes: format.megabytes(bytes) })
    : t('offline:allUnverified', { count: needed });
}

function StorageFact() {
  const persistence = useOffline((state) => state.persistence);
  const askToKeep = useOffline((state) => state.askToKeep);
  const { t } = useTranslation('offline');
  if (persistence === 'kept') return <>{t('storage.kept')}</>;
  return (
    <>
      {persistence === 'unknown' ? t('storage.unknown') : t('storage.asked')}{' '}
      <LinkButton onClick={askToKeep}>{t('storage.again')}</LinkButton>
    </>
  );
}

/** Leads back to the bar for those who have put it off. */
function UpdateFact() {
  const { t } = useTranslation('offline');
  const update = useOffline((state) => state.update);
  const putOff = useOffline((state) => state.putOffUpdate);
  const openDialog = useOffline((state) => state.openDialog);
  if (!update) return null;
  const show = () => {
    putOff(false);
    openDialog(false);
  };
  return (
    <>
      <dt>{t('fact.waiting')}</dt>
      <dd>
        {update.release
          ? t('waitingVersion', { version: update.release.version })
          : t('waitingNewer')}{' '}
        <LinkButton onClick={show}>{t('showIt')}</LinkButton>
      </dd>
    </>
  );
}

/** What is kept on this device, in figures. */
export function OfflineFacts() {
  const { t } = useTranslation('offline');
  const speech = useSpeech();
  const readiness = useOffline((state) => state.readiness);
  const release = useOffline((state) => state.release);
  const kept = 'kept' in readiness ? readiness.kept : null;
  return (
    <dl className={styles.facts}>
      {kept && (
        <>
          <dt>{t('fact.app')}</dt>
          <dd>{countText(kept.shell, speech)}</dd>
          <dt>{t('fact.networks')}</dt>
          <dd>{kept.models ? countText(kept.models, speech) : t('networksUnknown')}</dd>
          <dt>{t('fact.kept')}</dt>
          <dd>
            <StorageFact />
          </dd>
        </>
      )}
      {readiness.status === 'ready' && (
        <>
          <dt>{t('fact.checked')}</dt>
          <dd>{speech.format.dateTime(readiness.at)}</dd>
        </>
      )}
      {release && (
        <>
          <dt>{t('fact.version')}</dt>
          <dd>{t('versionOf', { ...release })}</dd>
        </>
      )}
      <UpdateFact />
    </dl>
  );
}
