import {
  actualSize,
  fitFilm,
  flipSides,
  type Place,
  panBy,
  turnClockwise,
  zoomAbout,
} from '../../../imaging/view/change-view.ts';
import type { FilmSize, PaneSize } from '../../../imaging/view/points.ts';
import type { View } from '../../../imaging/view/view.ts';
import type { ViewerStore } from './viewer-store.ts';

const ZOOM_STEP = 1.25;
const PAN_STEP_PX = 60;

/** Buttons and keys act about the pane's middle. */
const middle = ({ pane }: Place) => ({
  xViewPx: pane.widthViewPx / 2,
  yViewPx: pane.heightViewPx / 2,
});

const pan = (dx: number, dy: number) => (view: View, place: Place) =>
  panBy(view, dx * PAN_STEP_PX, dy * PAN_STEP_PX, place);

const VIEW_COMMANDS = {
  zoomIn: (view: View, place: Place) => zoomAbout(view, ZOOM_STEP, middle(place), place),
  zoomOut: (view: View, place: Place) => zoomAbout(view, 1 / ZOOM_STEP, middle(place), place),
  fit: (view: View, { film }: Place) => fitFilm(view, film),
  actual: actualSize,
  turn: turnClockwise,
  flip: flipSides,
  panLeft: pan(1, 0),
  panRight: pan(-1, 0),
  panUp: pan(0, 1),
  panDown: pan(0, -1),
} as const;

export type Command = keyof typeof VIEW_COMMANDS | 'invert';

/** Stands for a pane before the first is laid out. */
const SOME_PANE: PaneSize = { widthViewPx: 400, heightViewPx: 400, pixelRatio: 1 };

/** What buttons and keys do to the view of a film. */
export function runCommand(
  store: ViewerStore,
  command: Command,
  id: number,
  film: FilmSize,
  pane: PaneSize = SOME_PANE,
): void {
  const { changeLook, changeView } = store.getState();
  if (command === 'invert') changeLook(id, film, ({ inverted }) => ({ inverted: !inverted }));
  else changeView(id, film, (view) => VIEW_COMMANDS[command](view, { film, pane }));
}
