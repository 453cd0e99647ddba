import { useTranslation } from 'react-i18next';
import type { FilmSize, PaneSize } from '../../../imaging/view/points.ts';
import { type Command, runCommand } from '../../store/viewer/viewer-commands.ts';
import { useViewerStore } from '../../store/viewer/viewer-context.tsx';
import { COMMAND_KEYS, SWITCH_KEYS, TOOL_KEYS } from '../../store/viewer/viewer-keys.ts';
import { TOOLS } from '../../store/viewer/viewer-state.ts';
import type { Shortcut } from '../../ui/shortcuts/shortcut.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';

interface ShortcutParts {
  readonly id: number;
  readonly film: FilmSize;
  readonly pane: () => PaneSize | null;
  /** Null where there are no lungs to be corrected. */
  readonly onEdit: (() => void) | null;
}

/** The keys of the viewer, each with the name that its button has. */
export function useViewerShortcuts({ id, film, pane, onEdit }: ShortcutParts): void {
  const { t } = useTranslation('viewer');
  const store = useViewerStore();
  const { set } = store.getState();
  const get = store.getState;
  const key = (name: string, text: string, run: () => void, repeats = false): Shortcut => ({
    key: name,
    group: 'reading',
    text,
    run,
    repeats,
  });

  useShortcuts([
    ...TOOLS.map((tool) => key(TOOL_KEYS[tool], t(`tool.${tool}`), () => get().takeTool(tool))),
    ...(Object.entries(COMMAND_KEYS) as [Command, readonly string[]][]).flatMap(([command, keys]) =>
      keys.map((name) =>
        key(
          name,
          t(`command.${command}`),
          () => runCommand(store, command, id, film, pane() ?? undefined),
          name.length > 1 || name === '+' || name === '-',
        ),
      ),
    ),
    key(SWITCH_KEYS.magnifier, t('magnifier'), () => set({ magnifier: !get().magnifier })),
    key(SWITCH_KEYS.stack, t('stack'), () => set({ stacked: !get().stacked })),
    ...(onEdit ? [key(SWITCH_KEYS.edit, t('tool.edit'), onEdit)] : []),
  ]);
}
