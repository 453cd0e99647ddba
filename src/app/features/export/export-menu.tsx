import * as Menu from '@radix-ui/react-dropdown-menu';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import { useSpeech } from '../../i18n/speech.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import { useReader } from '../../store/reader-context.tsx';
import { Button } from '../../ui/button.tsx';
import menu from '../../ui/menu.module.css';
import { MenuContent } from '../../ui/menu-content.tsx';
import { DicomDialog, type DicomKind } from './dicom-dialog.tsx';
import { ExportIcon } from './export-icon.tsx';
import styles from './export-menu.module.css';
import { PANES, type PaneView, paneTitle } from './pane-pictures.ts';
import { patientFieldsAt } from './patient-fields-at.ts';
import { useExport } from './use-export.ts';

interface ExportMenuProps {
  readonly entry: FilmEntry;
  readonly study: ShownStudy;
}

/** Everything that can be made of a film that is done. */
export function ExportMenu({ entry, study }: ExportMenuProps) {
  const { t } = useTranslation('export');
  const speech = useSpeech();
  const opacity = useReader((reader) => reader.heatOpacity);
  const view: PaneView = { shown: entry.chosenLabel ?? study.label, opacity };
  const { start, state } = useExport(entry, study, view, speech);
  const [asking, setAsking] = useState<DicomKind | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const working = state.status === 'working';
  const fields = patientFieldsAt(entry.source, study.film);
  const { dir } = LANGUAGES[speech.language];
  const close = () => {
    setAsking(null);
    // After the dialog has given the focus back to what no longer is there: the menu's item.
    setTimeout(() => trigger.current?.focus());
  };
  const item = (text: string, onSelect: () => void) => (
    <Menu.Item key={text} className={menu.item} onSelect={onSelect}>
      {text}
    </Menu.Item>
  );
  return (
    <div className={styles.export} data-print="hide">
      <Menu.Root modal={false} dir={dir}>
        <Menu.Trigger asChild disabled={working}>
          <Button ref={trigger} kind="quiet">
            <ExportIcon />
            {working ? t('working') : t('menu')}
          </Button>
        </Menu.Trigger>
        <MenuContent align="end">
          {item(t('pdf'), () => start({ kind: 'pdf' }))}
          {item(t('csv'), () => start({ kind: 'csv' }))}
          <Menu.Separator className={menu.line} />
          <Menu.Group>
            <Menu.Label className={menu.label}>{t('picture')}</Menu.Label>
            {PANES.map((pane) =>
              item(paneTitle(pane, view, speech), () => start({ kind: 'png', pane })),
            )}
          </Menu.Group>
          <Menu.Separator className={menu.line} />
          {fields === 'gone' && <Menu.Label className={menu.label}>{t('fieldsGone')}</Menu.Label>}
          {item(t('capture'), () => setAsking('capture'))}
          {item(t('structured'), () => setAsking('structured'))}
          <Menu.Separator className={menu.line} />
          {item(t('print'), () => window.print())}
        </MenuContent>
      </Menu.Root>
      <p role="status" className={styles.status} data-status={state.status}>
        {state.status === 'saved' && t('saved', { name: state.name })}
        {state.status === 'failed' && t('failed')}
      </p>
      {asking && (
        <DicomDialog
          kind={asking}
          fields={fields}
          onClose={close}
          onSave={(keepPatient) => {
            close();
            start({ kind: asking, keepPatient });
          }}
        />
      )}
    </div>
  );
}
