import * as Slider from '@radix-ui/react-slider';
import { useSpeech } from '../../i18n/speech.ts';
import styles from './toolbar.module.css';

interface LabelledSliderProps {
  readonly name: string;
  /** Its whole name for screen readers, where the visible one is short. */
  readonly label?: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly step?: number;
  /** The value as it is read; the number itself unless told. */
  readonly text?: string;
  readonly onChange: (value: number) => void;
}

export function LabelledSlider(props: LabelledSliderProps) {
  const { name, value, min = 0, max, step = 1, onChange } = props;
  const { format } = useSpeech();
  const text = props.text ?? format.count(value);
  return (
    <div className={styles.labelled} data-print="hide">
      <span aria-hidden="true">{name}</span>
      <Slider.Root
        className={styles.slider}
        value={[Math.min(max, Math.max(min, value))]}
        onValueChange={([next = min]) => onChange(next)}
        min={min}
        max={max}
        step={step}
      >
        <Slider.Track className={styles.track}>
          <Slider.Range className={styles.range} />
        </Slider.Track>
        <Slider.Thumb
          className={styles.thumb}
          aria-label={props.label ?? name}
          aria-valuetext={text}
        />
      </Slider.Root>
      <output className={styles.value} aria-hidden="true">
        {text}
      </output>
    </div>
  );
}
