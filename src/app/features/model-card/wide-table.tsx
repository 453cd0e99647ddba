import { type ReactNode, useId } from 'react';
import styles from './model-card.module.css';

/** A table that scrolls sideways by itself where the screen is too narrow, by keyboard too. */
export function WideTable({ caption, children }: { caption: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className={styles.wide}>
      <p id={id} className={styles.caption}>
        {caption}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-labelledby={id}>
        <table className={styles.table} aria-labelledby={id}>
          {children}
        </table>
      </section>
    </div>
  );
}
