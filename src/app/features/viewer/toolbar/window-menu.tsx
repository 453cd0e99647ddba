import * as Popover from '@radix-ui/react-popover';
import { useTranslation } from 'react-i18next';
import { windowOver } from '../../../../imaging/view/start-window.ts';
import type { GreyWindow } from '../../../../imaging/window-level.ts';
import type { ShownFilm } from '../../../../pipeline/shown-film.ts';
import { useDisplayState, useViewer } from '../../../store/viewer/viewer-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { LabelledSlider } from '../../../ui/tools/labelled-slider.tsx';
import { ViewerIcon } from '../../../ui/tools/tool-icons.tsx';
import styles from '../../../ui/tools/toolbar.module.css';

interface WindowMenuProps {
  readonly id: number;
  readonly film: ShownFilm;
  readonly window: GreyWindow;
}

/** Centre and width of the window by slider, and the windows that the film offers. */
export function WindowMenu({ id, film, window }: WindowMenuProps) {
  const { t, i18n } = useTranslation('viewer');
  const offered = useDisplayState();
  const changeLook = useViewer((state) => state.changeLook);
  const show = (next: GreyWindow | null) => changeLook(id, film, () => ({ window: next }));
  const most = film.maxValue + 1;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton look={styles.tool} aria-label={t('windowMenu')} title={t('windowMenu')}>
          <ViewerIcon icon="histogram" />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.menu} sideOffset={6} dir={i18n.dir()}>
          <LabelledSlider
            name={t('centre')}
            value={Math.round(window.centre)}
            max={most}
            step={Math.max(1, Math.round(most / 512))}
            onChange={(centre) => show({ ...window, centre })}
          />
          <LabelledSlider
            name={t('width')}
            value={Math.round(window.width)}
            min={1}
            max={2 * most}
            step={Math.max(1, Math.round(most / 512))}
            onChange={(width) => show({ ...window, width })}
          />
          <div className={styles.choices}>
            <Button kind="quiet" disabled={!offered.start} onClick={() => show(null)}>
              {film.dicom ? t('startDicom') : t('start')}
            </Button>
            <Button kind="quiet" disabled={!offered.auto} onClick={() => show(offered.auto)}>
              {t('auto')}
            </Button>
            <Button kind="quiet" onClick={() => show(windowOver(0, film.maxValue))}>
              {t('full')}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
