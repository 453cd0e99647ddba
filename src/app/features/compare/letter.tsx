import styles from './compare.module.css';

/** Stands for one of the two models where its title has no room. */
export function Letter({ of }: { of: 'A' | 'B' }) {
  return (
    <span className={styles.letter} data-of={of} aria-hidden="true">
      {of}
    </span>
  );
}
