import * as Tooltip from '@radix-ui/react-tooltip';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaneSize } from '../../../../imaging/view/points.ts';
import type { GreyWindow } from '../../../../imaging/window-level.ts';
import type { ShownFilm } from '../../../../pipeline/shown-film.ts';
import { type Command, runCommand } from '../../../store/viewer/viewer-commands.ts';
import { useViewer, useViewerStore } from '../../../store/viewer/viewer-context.tsx';
import { COMMAND_KEYS, SWITCH_KEYS, TOOL_KEYS } from '../../../store/viewer/viewer-keys.ts';
import { TOOLS } from '../../../store/viewer/viewer-state.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ToolButton } from '../../../ui/tools/tool-button.tsx';
import styles from '../../../ui/tools/toolbar.module.css';
import { PanesToggle } from './panes-toggle.tsx';
import { WindowMenu } from './window-menu.tsx';

/** The same in every language. */
const ONE_TO_ONE = '1:1';

const BUTTONS = ['zoomOut', 'zoomIn', 'fit', 'turn', 'flip'] as const;

interface ToolbarProps {
  readonly id: number;
  readonly film: ShownFilm;
  readonly window: GreyWindow;
  readonly pane: () => PaneSize | null;
  /** Null where there are no lungs to be corrected. */
  readonly onEdit: (() => void) | null;
  /** More controls, such as the choice of a DICOM window. */
  readonly children?: ReactNode;
}

/** Everything that can be done to the pictures, by icon and key. */
export function Toolbar({ id, film, window, pane, onEdit, children }: ToolbarProps) {
  const { t } = useTranslation('viewer');
  const store = useViewerStore();
  const tool = useViewer((state) => state.tool);
  const editing = useViewer((state) => state.editing);
  const magnifier = useViewer((state) => state.magnifier);
  const inverted = useViewer((state) => state.looks.get(id)?.inverted ?? false);
  const flipped = useViewer((state) => state.looks.get(id)?.view.flipped ?? false);
  const run = (command: Command) => runCommand(store, command, id, film, pane() ?? undefined);
  return (
    <Tooltip.Provider delayDuration={400}>
      <div className={styles.toolbar} role="toolbar" data-print="hide" aria-label={t('toolbar')}>
        <div className={styles.group}>
          <PanesToggle />
        </div>
        <fieldset className={styles.group} aria-label={t('dragTool')}>
          {TOOLS.map((one) => (
            <ToolButton
              key={one}
              icon={one}
              name={t(`tool.${one}`)}
              shortcut={TOOL_KEYS[one]}
              pressed={tool === one && !editing}
              onClick={() => store.getState().takeTool(one)}
            />
          ))}
          {onEdit && (
            <ToolButton
              icon="edit"
              name={t('tool.edit')}
              shortcut={SWITCH_KEYS.edit}
              pressed={editing}
              onClick={onEdit}
            />
          )}
        </fieldset>
        <div className={styles.group}>
          {BUTTONS.map((command) => (
            <ToolButton
              key={command}
              icon={command}
              name={t(`command.${command}`)}
              shortcut={COMMAND_KEYS[command][0]}
              pressed={command === 'flip' ? flipped : undefined}
              onClick={() => run(command)}
            />
          ))}
          <IconButton
            look={styles.tool}
            aria-label={t('command.actual')}
            title={t('command.actual')}
            aria-keyshortcuts={COMMAND_KEYS.actual[0]}
            onClick={() => run('actual')}
          >
            {ONE_TO_ONE}
          </IconButton>
        </div>
        <div className={styles.group}>
          <ToolButton
            icon="invert"
            name={t('command.invert')}
            shortcut={COMMAND_KEYS.invert[0]}
            pressed={inverted}
            onClick={() => run('invert')}
          />
          <WindowMenu id={id} film={film} window={window} />
          <ToolButton
            icon="lens"
            name={t('magnifier')}
            shortcut={SWITCH_KEYS.magnifier}
            pressed={magnifier}
            onClick={() => store.getState().set({ magnifier: !magnifier })}
          />
          {children}
        </div>
      </div>
    </Tooltip.Provider>
  );
}
