import { onLaunchFiles } from '../../../platform/offline/launch-files.ts';
import { takeSharedFilms } from '../../../workers/offline/shared-films.ts';
import type { Speech } from '../../i18n/speech.ts';
import type { ReaderStore } from '../../store/reader-store.ts';
import type { IntakeStore } from '../intake/intake-store.ts';
import { broughtFiles, demoSource } from '../intake/sources.ts';
import type { OfflineStore } from './offline-store.ts';

/** Does what the app was opened for: by a shortcut, by another app's films, or by files. */
export async function takeStart(
  reader: ReaderStore,
  intake: IntakeStore,
  offline: OfflineStore,
  { t }: Speech,
): Promise<void> {
  const addFiles = (files: File[]) =>
    intake.getState().take(broughtFiles(files, t('intake:pasted')));
  onLaunchFiles(addFiles);
  const { searchParams } = new URL(location.href);
  const [start, shared] = [searchParams.get('start'), searchParams.get('shared')];
  if (!start && !shared) return;
  // A reload must not do it again.
  history.replaceState(null, '', document.baseURI.replace(/[?#].*$/, ''));
  if (start === 'demo') reader.getState().addFilms([demoSource(t('intake:demoName'))]);
  if (start === 'offline') offline.getState().openDialog(true);
  if (shared) addFiles(await takeSharedFilms(new URL('./', document.baseURI).href, shared));
}
