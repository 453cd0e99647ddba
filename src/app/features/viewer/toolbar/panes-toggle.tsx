import * as ToggleGroup from '@radix-ui/react-toggle-group';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../../store/viewer/viewer-context.tsx';
import { SWITCH_KEYS } from '../../../store/viewer/viewer-keys.ts';
import { PANE_KINDS, type PaneKind } from '../../../store/viewer/viewer-state.ts';
import { ToolButton } from '../../../ui/tools/tool-button.tsx';
import styles from '../../../ui/tools/toolbar.module.css';

/** Which pictures stand side by side, or all of them one over the other. */
export function PanesToggle() {
  const { t } = useTranslation('viewer');
  const panes = useViewer((state) => state.panes);
  const stacked = useViewer((state) => state.stacked);
  const showPanes = useViewer((state) => state.showPanes);
  const set = useViewer((state) => state.set);
  return (
    <>
      <ToggleGroup.Root
        type="multiple"
        className={styles.segments}
        value={stacked ? [] : [...panes]}
        onValueChange={(kinds) => {
          // Out of the stack, the picture that was pressed stands alone.
          set({ stacked: false });
          showPanes(kinds as PaneKind[]);
        }}
        aria-label={t('panes')}
      >
        {PANE_KINDS.map((kind) => (
          <ToggleGroup.Item key={kind} value={kind} className={styles.segment}>
            {t(`pane.${kind}`)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <ToolButton
        icon="stack"
        name={t('stack')}
        shortcut={SWITCH_KEYS.stack}
        pressed={stacked}
        onClick={() => set({ stacked: !stacked })}
      />
    </>
  );
}
