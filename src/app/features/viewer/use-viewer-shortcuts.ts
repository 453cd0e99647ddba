import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilmSize, PaneSize } from '../../../imaging/view/points.ts';
import { useReader } from '../../store/reader-context.tsx';
import { type Command, runCommand } from '../../store/viewer/viewer-commands.ts';
import { useViewerStore } from '../../store/viewer/viewer-context.tsx';
import { COMMAND_KEYS, EDIT_KEYS, SWITCH_KEYS, TOOL_KEYS } from '../../store/viewer/viewer-keys.ts';
import { EDIT_TOOLS, TOOLS } from '../../store/viewer/viewer-state.ts';
import type { Shortcut } from '../../ui/shortcuts/shortcut.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';

interface ShortcutParts {
  readonly id: number;
  readonly film: FilmSize;
  readonly pane: () => PaneSize | null;
  /** Null where there are no lungs to be corrected. */
  readonly onEdit: (() => void) | null;
  readonly editing: boolean;
}

const BRUSH_STEP = 1.25;

/** The keys of the viewer, each with the name that its button has. */
export function useViewerShortcuts({ id, film, pane, onEdit, editing }: ShortcutParts): void {
  const { t } = useTranslation('viewer');
  const { t: correct } = useTranslation('correct');
  const store = useViewerStore();
  const { undoEdit, redoEdit } = useReader((state) => state);
  const { getState: get, setState: set } = store;
  const key = (name: string, text: string, run: () => void, repeats = false): Shortcut => ({
    key: name,
    group: 'reading',
    text,
    run,
    repeats,
  });
  const resize = (times: number) => () =>
    set({ brushShare: Math.min(0.12, Math.max(0.005, get().brushShare * times)) });

  useShortcuts([
    ...TOOLS.map((tool) =>
      key(TOOL_KEYS[tool], t(`tool.${tool}`), () => set({ tool, editing: false })),
    ),
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
    ...(onEdit && editing
      ? [
          ...EDIT_TOOLS.map((editTool) =>
            key(EDIT_KEYS[editTool], correct(`tool.${editTool}`), () => set({ editTool })),
          ),
          key('[', correct('smaller'), resize(1 / BRUSH_STEP), true),
          key(']', correct('larger'), resize(BRUSH_STEP), true),
          key('Escape', correct('done'), onEdit),
        ]
      : []),
  ]);

  // The registry leaves keys with Control or Command to the browser.
  useEffect(() => {
    if (!editing) return;
    const onKey = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey;
      if (event.defaultPrevented || !held || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) redoEdit(id);
      else undoEdit(id);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [editing, id, undoEdit, redoEdit]);
}
