import { useCallback, useRef } from 'react';
import { useDropzone } from 'react-dropzone';
import { useTranslation } from 'react-i18next';
import styles from './app.module.css';
import { CasesDialog } from './cases/cases-dialog.tsx';
import { DeviceDialog } from './device/device-dialog.tsx';
import { DropOverlay } from './intake/drop-overlay.tsx';
import { EmptyState } from './intake/empty-state.tsx';
import { FolderInput } from './intake/folder-input.tsx';
import { useIntake } from './intake/intake-context.tsx';
import { IntakeNote } from './intake/intake-note.tsx';
import { broughtFiles, OFFERED_TYPES } from './intake/sources.ts';
import { usePaste } from './intake/use-paste.ts';
import { ModelsDialog } from './model-card/models-dialog.tsx';
import { OfflineDialog } from './offline/offline-dialog.tsx';
import { Reading } from './reading/reading.tsx';
import { SettingsMenu } from './settings/settings-menu.tsx';
import { Announcer } from './shell/announcer.tsx';
import { Button } from './shell/button.tsx';
import { Header } from './shell/header.tsx';
import { ResearchLine } from './shell/research-line.tsx';
import { AppShortcuts } from './shortcuts/app-shortcuts.tsx';
import { useSelectedFilm } from './store/reader-context.tsx';
import { Introduction } from './tour/introduction.tsx';
import { Worklist } from './worklist/worklist.tsx';

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
