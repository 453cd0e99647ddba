import styles from './research-line.module.css';

/** Always there; nothing dismisses it. */
export function ResearchLine() {
  return (
    <footer className={styles.line}>
      <p>
        <strong>For research and education only. Not a medical device.</strong>
      </p>
      <p className={styles.privacy}>Films stay on this device: nothing is uploaded.</p>
    </footer>
  );
}
