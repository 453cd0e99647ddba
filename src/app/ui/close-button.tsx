import styles from './close-button.module.css';
import { IconButton, type IconButtonProps } from './icon-button.tsx';
import { CloseIcon } from './icons.tsx';

/** The cross in the corner of what can be closed; `aria-label` says of what. */
export function CloseButton(props: IconButtonProps) {
  return (
    <IconButton {...props} look={styles.close}>
      <CloseIcon />
    </IconButton>
  );
}
