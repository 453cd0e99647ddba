import styles from './drop-overlay.module.css';

/** Covers the window while files are dragged over it. */
export function DropOverlay() {
  return (
    <div className={styles.overlay} aria-hidden="true">
      <p>Drop to read</p>
    </div>
  );
}
