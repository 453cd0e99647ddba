import { useTranslation } from 'react-i18next';
import type { Label } from '../../../models/labels.ts';
import type { ShownFilm } from '../../../pipeline/shown-film.ts';
import { useSpeech } from '../../i18n/speech.ts';
import type { Draw } from '../../ui/film/draw.ts';
import { HeatControls } from '../../ui/film/heat-controls.tsx';
import { Pane } from '../../ui/film/pane.tsx';

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
  const { t } = useTranslation('compare');
  const label = useSpeech().labels[chosen];
  return (
    <Pane
      area="heat"
      title={t('heat', { letter: of })}
      detail={label}
      film={film}
      layers={layers}
      name={t('heatName', { label, name: film.name, title })}
      controls={<HeatControls scale={t('scale')} />}
    />
  );
}
