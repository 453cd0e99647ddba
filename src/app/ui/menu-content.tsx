import * as Menu from '@radix-ui/react-dropdown-menu';
import type { ComponentProps } from 'react';
import styles from './menu.module.css';

/** What opens below the button of a menu. It scrolls where the window is short, and so takes the focus. */
export function MenuContent(props: ComponentProps<typeof Menu.Content>) {
  return (
    <Menu.Portal>
      <Menu.Content
        className={styles.menu}
        tabIndex={0}
        sideOffset={4}
        collisionPadding={8}
        {...props}
      />
    </Menu.Portal>
  );
}
