import type { Label } from '../../models/labels.ts';
import type { ShownFilm } from '../../platform/worker-bridge/shown-film.ts';
import { LABEL_NAMES } from '../label-names.ts';
import type { Draw } from '../viewer/draw.ts';
import { HeatControls } from '../viewer/heat-controls.tsx';
import { Pane } from '../viewer/pane.tsx';

/** What the legend's colours are measured by when two models stand side by side. */
export const SCALE = 'Each model has its own scale for its five classes.';

interface HeatPaneProps {
  readonly of: 'A' | 'B';
  /** The model's title. */
  readonly title: string;
  readonly film: ShownFilm;
  readonly chosen: Label;
  readonly layers: readonly Draw[] | null;
}

/** One model's heat map of the chosen class. */
export function HeatPane({ of, title, film, chosen, layers }: HeatPaneProps) {
  return (
    <Pane
      area="heat"
      title={`Heat ${of}`}
      detail={LABEL_NAMES[chosen]}
      film={film}
      layers={layers}
      name={`Heat map of ${LABEL_NAMES[chosen]} over ${film.name} by ${title}`}
      controls={<HeatControls scale={SCALE} />}
    />
  );
}
