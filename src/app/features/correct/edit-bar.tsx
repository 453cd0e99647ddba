import * as Tooltip from '@radix-ui/react-tooltip';
import { useTranslation } from 'react-i18next';
import type { Mask } from '../../../imaging/film.ts';
import { growMask, shrinkMask } from '../../../imaging/mask-edit/grow.ts';
import type { FilmSize } from '../../../imaging/view/points.ts';
import { useSpeech } from '../../i18n/speech.ts';
import type { MaskEdit } from '../../store/mask-edit.ts';
import { useReader } from '../../store/reader-context.tsx';
import { useViewer } from '../../store/viewer/viewer-context.tsx';
import { EDIT_KEYS } from '../../store/viewer/viewer-keys.ts';
import { EDIT_TOOLS } from '../../store/viewer/viewer-state.ts';
import { Button } from '../../ui/button.tsx';
import { LabelledSlider } from '../../ui/tools/labelled-slider.tsx';
import { ToolButton } from '../../ui/tools/tool-button.tsx';
import toolbar from '../../ui/tools/toolbar.module.css';
import styles from './correct.module.css';
import { discOf } from './use-mask-edit.ts';

/** Grow and shrink move the outline by this share of the film's longer side. */
const GROW_SHARE = 0.006;

interface EditBarProps {
  readonly id: number;
  readonly film: FilmSize;
  readonly mask: Mask;
  readonly edit: MaskEdit | null;
  /** Whether the lungs differ from those that the networks found. */
  readonly edited: boolean;
}

/** What the lungs are corrected with, and how their reading stands. */
export function EditBar({ id, film, mask, edit, edited }: EditBarProps) {
  const { t } = useTranslation('correct');
  const { format, problem } = useSpeech();
  const tool = useViewer((state) => state.editTool);
  const brushShare = useViewer((state) => state.brushShare);
  const set = useViewer((state) => state.set);
  const toggleEditing = useViewer((state) => state.toggleEditing);
  const { editLungs, undoEdit, redoEdit, resetLungs } = useReader((state) => state);
  const disc = () => discOf(GROW_SHARE * Math.max(film.widthFilmPx, film.heightFilmPx), film, mask);
  return (
    <Tooltip.Provider delayDuration={400}>
      <section className={styles.bar} data-print="hide" aria-label={t('title')}>
        <fieldset className={toolbar.group} aria-label={t('tools')}>
          {EDIT_TOOLS.map((one) => (
            <ToolButton
              key={one}
              icon={one}
              name={t(`tool.${one}`)}
              shortcut={EDIT_KEYS[one]}
              pressed={tool === one}
              onClick={() => set({ editTool: one })}
            />
          ))}
        </fieldset>
        <LabelledSlider
          name={t('size')}
          value={Math.round(brushShare * 1000)}
          min={5}
          max={120}
          text={format.percent(brushShare)}
          onChange={(size) => set({ brushShare: size / 1000 })}
        />
        <div className={toolbar.group}>
          <ToolButton
            icon="grow"
            name={t('grow')}
            onClick={() => editLungs(id, growMask(mask, disc()))}
          />
          <ToolButton
            icon="shrink"
            name={t('shrink')}
            onClick={() => editLungs(id, shrinkMask(mask, disc()))}
          />
          <ToolButton
            icon="undo"
            name={t('undo')}
            shortcut="Control+z"
            disabled={!edit || edit.history.past.length === 0}
            onClick={() => undoEdit(id)}
          />
          <ToolButton
            icon="redo"
            name={t('redo')}
            shortcut="Control+Shift+z"
            disabled={!edit || edit.history.future.length === 0}
            onClick={() => redoEdit(id)}
          />
        </div>
        <div className={styles.ends}>
          <Button kind="quiet" disabled={!edited} title={t('reset')} onClick={() => resetLungs(id)}>
            {t('resetShort')}
          </Button>
          <Button kind="primary" onClick={toggleEditing}>
            {t('done')}
          </Button>
        </div>
        <p className={styles.state} role="status">
          {edit?.problem
            ? t('refused', { message: problem(edit.problem).message })
            : edit?.status === 'running'
              ? t('running')
              : edit?.tookMs != null
                ? t('took', { seconds: format.seconds(edit.tookMs) })
                : t('hint')}
        </p>
      </section>
    </Tooltip.Provider>
  );
}
