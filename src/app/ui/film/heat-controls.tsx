import { useTranslation } from 'react-i18next';
import { INFERNO } from '../../../imaging/colour-map.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { useReader } from '../../store/reader-context.tsx';
import { useViewer } from '../../store/viewer/viewer-context.tsx';
import { LabelledSlider } from '../tools/labelled-slider.tsx';
import styles from './heat-controls.module.css';

const STOPS = 16;

/** The colour map from cold to hot, as clear as the overlay is at each heat. */
function legendGradient(): string {
  const stops = Array.from({ length: STOPS + 1 }, (_, i) => {
    const heat = i / STOPS;
    const at = Math.round(heat * 255) * 3;
    const [red, green, blue] = INFERNO.rgb.slice(at, at + 3);
    return `rgb(${red} ${green} ${blue} / ${heat * 100}%)`;
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

const GRADIENT = legendGradient();

interface HeatControlsProps {
  /** What the legend's colours are measured by; one scale for all classes where it is left out. */
  readonly scale?: string | undefined;
}

/** Legend of the heat map and how strongly it lies over the film. */
export function HeatControls({ scale }: HeatControlsProps) {
  const opacity = useReader((state) => state.heatOpacity);
  const setOpacity = useReader((state) => state.setHeatOpacity);
  const { t } = useTranslation('viewer');
  const { format } = useSpeech();
  const percent = Math.round(opacity * 100);
  const threshold = useViewer((state) => state.heatThreshold);
  const set = useViewer((state) => state.set);
  const percentText = format.wholePercent(opacity);
  return (
    <div className={styles.controls}>
      <div
        className={styles.legend}
        role="img"
        aria-label={t('legend', { scale: scale ?? t('oneScale') })}
      >
        <span>{t('little')}</span>
        <span className={styles.ramp} style={{ backgroundImage: GRADIENT }}>
          {threshold > 0 && (
            <span className={styles.below} style={{ width: `${threshold * 100}%` }} />
          )}
        </span>
        <span>{t('most')}</span>
      </div>
      <LabelledSlider
        name={t('opacity')}
        label={t('heatOpacity')}
        value={percent}
        max={100}
        text={percentText}
        onChange={(value) => setOpacity(value / 100)}
      />
      <LabelledSlider
        name={t('threshold')}
        label={t('heatThreshold')}
        value={Math.round(threshold * 100)}
        max={95}
        text={format.wholePercent(threshold)}
        onChange={(value) => set({ heatThreshold: value / 100 })}
      />
    </div>
  );
}
