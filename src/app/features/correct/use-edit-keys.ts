import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader } from '../../store/reader-context.tsx';
import { useViewerStore } from '../../store/viewer/viewer-context.tsx';
import { EDIT_KEYS } from '../../store/viewer/viewer-keys.ts';
import { EDIT_TOOLS } from '../../store/viewer/viewer-state.ts';
import type { Shortcut } from '../../ui/shortcuts/shortcut.ts';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';

const BRUSH_STEP = 1.25;

/** The keys while the lungs are corrected, each with the name that its button has. */
export function useEditKeys(id: number, editing: boolean): void {
  const { t } = useTranslation('correct');
  const { undoEdit, redoEdit } = useReader((state) => state);
  const { getState: get } = useViewerStore();
  const key = (name: string, text: string, run: () => void, repeats = false): Shortcut => ({
    key: name,
    group: 'reading',
    text,
    run,
    repeats,
  });
  const resize = (times: number) => () => {
    const { brushShare, set } = get();
    set({ brushShare: Math.min(0.12, Math.max(0.005, brushShare * times)) });
  };

  useShortcuts(
    editing
      ? [
          ...EDIT_TOOLS.map((editTool) =>
            key(EDIT_KEYS[editTool], t(`tool.${editTool}`), () => get().set({ editTool })),
          ),
          key('[', t('smaller'), resize(1 / BRUSH_STEP), true),
          key(']', t('larger'), resize(BRUSH_STEP), true),
          key('Escape', t('done'), () => get().toggleEditing()),
        ]
      : [],
  );

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
