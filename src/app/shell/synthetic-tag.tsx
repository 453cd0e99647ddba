import styles from './synthetic-tag.module.css';

/** Stands wherever the demo film is shown: it is drawn by the program and shows nobody. */
export function SyntheticTag() {
  return <span className={styles.tag}>Synthetic</span>;
}
