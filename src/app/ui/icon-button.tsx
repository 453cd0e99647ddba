import type { ComponentProps } from 'react';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** There is no other name. */
  readonly 'aria-label': string;
  /** A class for what differs in its place; of the button's own rules, only its variables. */
  readonly look?: string | undefined;
}

/** A bare button that shows an icon and no words. */
export function IconButton({ look = '', ...rest }: IconButtonProps) {
  return <button type="button" {...rest} className={`${styles.icon} ${look}`} />;
}
