import type { Presence } from '../../platform/model-store/check-files.ts';
import { formatMegabytes } from '../format.ts';
import { useOffline } from './offline-context.tsx';
import styles from './offline-dialog.module.css';

function countText({ present, needed, bytes }: Presence): string {
  if (present < needed) return `${present} of ${needed} files are here`;
  return bytes > 0
    ? `all ${needed} files, verified, ${formatMegabytes(bytes)}`
    : `all ${needed} files, not verified yet`;
}

function StorageFact() {
  const persistence = useOffline((state) => state.persistence);
  const askToKeep = useOffline((state) => state.askToKeep);
  if (persistence === 'kept') return <>The browser has promised to keep them.</>;
  return (
    <>
      {persistence === 'unknown'
        ? 'The browser does not say how long it keeps them.'
        : 'The browser was asked to keep them, and has not promised it: it may clear them when the disk is full.'}{' '}
      <button type="button" className={styles.link} onClick={askToKeep}>
        Ask again
      </button>
    </>
  );
}

/** Leads back to the bar for those who have put it off. */
function UpdateFact() {
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
      <dt>Waiting</dt>
      <dd>
        {update.release ? `version ${update.release.version}` : 'a newer version'}.{' '}
        <button type="button" className={styles.link} onClick={show}>
          Show it
        </button>
      </dd>
    </>
  );
}

/** What is kept on this device, in figures. */
export function OfflineFacts() {
  const readiness = useOffline((state) => state.readiness);
  const release = useOffline((state) => state.release);
  const report = 'report' in readiness ? readiness.report : null;
  return (
    <dl className={styles.facts}>
      {report && (
        <>
          <dt>App</dt>
          <dd>{countText(report.shell)}</dd>
          <dt>Networks</dt>
          <dd>{report.models ? countText(report.models) : 'not known: their cards are missing'}</dd>
          <dt>Kept</dt>
          <dd>
            <StorageFact />
          </dd>
        </>
      )}
      {readiness.status === 'ready' && (
        <>
          <dt>Checked</dt>
          <dd>{readiness.at.toLocaleString()}</dd>
        </>
      )}
      {release && (
        <>
          <dt>Version</dt>
          <dd>
            {release.version} of {release.date}, build {release.build}
          </dd>
        </>
      )}
      <UpdateFact />
    </dl>
  );
}
