import { onLaunchFiles } from '../../../platform/offline/launch-files.ts';
import { takeSharedFilms } from '../../../workers/offline/shared-films.ts';
import type { OfflineStore } from './offline-store.ts';

/** What the app may have been opened with. */
interface StartParts {
  readonly addFiles: (files: File[]) => void;
  readonly addDemo: () => void;
  readonly offline: OfflineStore;
}

/** Does what the app was opened for: by a shortcut, by another app's films, or by files. */
export async function takeStart({ addFiles, addDemo, offline }: StartParts): Promise<void> {
  onLaunchFiles(addFiles);
  const { searchParams } = new URL(location.href);
  const [start, shared] = [searchParams.get('start'), searchParams.get('shared')];
  if (!start && !shared) return;
  // A reload must not do it again.
  history.replaceState(null, '', document.baseURI.replace(/[?#].*$/, ''));
  if (start === 'demo') addDemo();
  if (start === 'offline') offline.getState().openDialog(true);
  if (shared) addFiles(await takeSharedFilms(new URL('./', document.baseURI).href, shared));
}
