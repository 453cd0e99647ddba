import { useCallback, useRef } from 'react';
import { useDropzone } from 'react-dropzone';
import { useTranslation } from 'react-i18next';
import { Announcer } from './announcer.tsx';
import styles from './app.module.css';
import { CasesDialog } from './features/cases/cases-dialog.tsx';
import { DeviceDialog } from './features/device/device-dialog.tsx';
import { DropOverlay } from './features/intake/drop-overlay.tsx';
import { EmptyState } from './features/intake/empty-state.tsx';
import { FolderInput } from './features/intake/folder-input.tsx';
import { useIntake } from './features/intake/intake-context.tsx';
import { IntakeNote } from './features/intake/intake-note.tsx';
import { broughtFiles, OFFERED_TYPES } from './features/intake/sources.ts';
import { usePaste } from './features/intake/use-paste.ts';
import { ModelsDialog } from './features/model-card/models-dialog.tsx';
import { OfflineDialog } from './features/offline/offline-dialog.tsx';
import { SettingsMenu } from './features/settings/settings-menu.tsx';
import { AppShortcuts } from './features/shortcuts/app-shortcuts.tsx';
import { Introduction } from './features/tour/introduction.tsx';
import { Worklist } from './features/worklist/worklist.tsx';
import { Header } from './header.tsx';
import { Reading } from './reading.tsx';
import { useSelectedFilm } from './store/reader-context.tsx';
import { Button } from './ui/button.tsx';
import { ResearchLine } from './ui/research-line.tsx';

/** The whole screen, which is one drop zone. */
export function App() {
  const { t } = useTranslation('shell');
  const { t: intake } = useTranslation('intake');
  const { t: card } = useTranslation('modelCard');
  const take = useIntake((state) => state.take);
  const folder = useRef<{ open(): void }>(null);
  const entry = useSelectedFilm();
  const addFiles = useCallback(
    (files: File[]) => void take(broughtFiles(files, intake('pasted'))),
    [take, intake],
  );
  const openFolder = useCallback(() => folder.current?.open(), []);
  usePaste(addFiles);
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDropAccepted: addFiles,
    noClick: true,
    noKeyboard: true,
    noPaste: true,
  });
  return (
    <div {...getRootProps({ className: styles.app })} data-empty={entry === null}>
      <input
        {...getInputProps({ id: 'films', accept: OFFERED_TYPES, 'aria-label': intake('files') })}
      />
      <FolderInput ref={folder} onFiles={addFiles} />
      <Header
        add={entry ? { files: open, folder: openFolder } : null}
        settings={<SettingsMenu />}
        device={<DeviceDialog />}
        cases={<CasesDialog />}
        models={
          <ModelsDialog
            trigger={
              <Button kind="quiet" aria-label={card('title')}>
                {t('models')}
              </Button>
            }
          />
        }
      >
        <Introduction />
      </Header>
      {entry ? (
        <>
          <Worklist />
          <Reading key={entry.id} entry={entry} />
        </>
      ) : (
        <EmptyState onOpen={open} onOpenFolder={openFolder} />
      )}
      <ResearchLine />
      <IntakeNote />
      <Announcer />
      <OfflineDialog />
      <AppShortcuts onOpen={open} />
      {isDragActive && <DropOverlay />}
    </div>
  );
}
