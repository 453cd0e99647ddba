import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly name: string;
  /** 0 to 1, or null where it is not known. */
  readonly fraction: number | null;
}

export function ProgressBar({ name, fraction }: ProgressBarProps) {
  const percent = fraction === null ? undefined : Math.round(fraction * 100);
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div
        className={percent === undefined ? styles.unknown : styles.fill}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
