import type { ComponentProps } from 'react';
import styles from './link-button.module.css';

/** A button for what lies beside the main way. */
export function LinkButton(props: ComponentProps<'button'>) {
  return <button type="button" data-print="hide" {...props} className={styles.link} />;
}
