import type { ComponentProps } from 'react';
import styles from './button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  readonly kind: 'primary' | 'quiet';
}

export function Button({ kind, ...rest }: ButtonProps) {
  return <button type="button" data-print="hide" {...rest} className={styles[kind]} />;
}
