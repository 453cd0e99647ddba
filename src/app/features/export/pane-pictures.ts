import { greyToRgb } from '../../../imaging/pictures/rgb-image.ts';
import { shrinkGrey } from '../../../imaging/pictures/shrink-grey.ts';
import {
  cutOutPicture,
  heatPicture,
  outlinePicture,
} from '../../../imaging/pictures/study-pictures.ts';
import type { Label } from '../../../models/labels.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { type Captioned, drawCaptioned } from '../../../platform/export/captioned-picture.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import type { Speech } from '../../i18n/speech.ts';
import type { ExportedReading } from './exported-reading.ts';
import { marksOf } from './marks-of.ts';

/** What can be saved as a picture; `overview` shows outline and heat map side by side. */
export const PANES = ['film', 'outline', 'cutOut', 'heat', 'overview'] as const;
export type PaneName = (typeof PANES)[number];

/** A single pane keeps the pixels on screen; two of them would be larger than any use. */
const OVERVIEW_PX = 1024;

export interface PaneView {
  /** The class whose heat map is shown, and how strongly it lies over the film. */
  readonly shown: Label;
  readonly opacity: number;
}

export function paneTitle(pane: PaneName, { shown }: PaneView, { t, labels }: Speech): string {
  switch (pane) {
    case 'film':
      return t('reading:film');
    case 'outline':
      return t('export:outline');
    case 'cutOut':
      return t('export:cutOut');
    case 'heat':
      return t('export:heatOf', { label: labels[shown] });
    case 'overview':
      return t('export:overview');
  }
}

function picturesOf(
  pane: PaneName,
  study: ShownStudy,
  view: PaneView,
  speech: Speech,
): Captioned[] {
  const film = study.film.picture;
  const { lungs } = study;
  const caption = paneTitle(pane, view, speech);
  switch (pane) {
    case 'film':
      return [{ caption, image: greyToRgb(film) }];
    case 'outline':
      return [{ caption, image: outlinePicture(film, lungs) }];
    case 'cutOut':
      return [{ caption, image: cutOutPicture(film, lungs) }];
    case 'heat': {
      const heat = study.heatMaps[view.shown];
      return [{ caption, image: heatPicture(film, lungs, heat, view.opacity) }];
    }
    case 'overview': {
      const small = { ...study, film: { ...study.film, picture: shrinkGrey(film, OVERVIEW_PX) } };
      return (['outline', 'heat'] as const).flatMap((one) => picturesOf(one, small, view, speech));
    }
  }
}

/** A pane as a picture of its own: its name above, and below what sets the reading apart and what
 * the reader must know. */
export function drawPane(
  pane: PaneName,
  reading: ExportedReading,
  view: PaneView,
  speech: Speech,
): HTMLCanvasElement {
  const { language, t } = speech;
  return drawCaptioned(picturesOf(pane, reading.study, view, speech), {
    language,
    dir: LANGUAGES[language].dir,
    notes: [t('common:research'), ...marksOf(reading, speech)],
  });
}
