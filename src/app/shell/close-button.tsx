import type { ComponentProps } from 'react';
import styles from './close-button.module.css';
import { CloseIcon } from './icons.tsx';

/** The cross in the corner of what can be closed; `aria-label` says of what. */
export function CloseButton(props: ComponentProps<'button'> & { readonly 'aria-label': string }) {
  return (
    <button type="button" {...props} className={styles.close}>
      <CloseIcon />
    </button>
  );
}
