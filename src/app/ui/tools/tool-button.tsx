import * as Tooltip from '@radix-ui/react-tooltip';
import { useTranslation } from 'react-i18next';
import { IconButton, type IconButtonProps } from '../icon-button.tsx';
import { ViewerIcon, type ViewerIconName } from './tool-icons.tsx';
import styles from './toolbar.module.css';

interface ToolButtonProps extends Omit<IconButtonProps, 'aria-label' | 'look'> {
  readonly icon: ViewerIconName;
  readonly name: string;
  /** The key that does the same. */
  readonly shortcut?: string | undefined;
  /** Whether it is on; left out where it is no switch. */
  readonly pressed?: boolean | undefined;
}

/** An icon with a name; the tooltip tells both name and key. */
export function ToolButton({ icon, name, shortcut, pressed, ...rest }: ToolButtonProps) {
  const { i18n } = useTranslation();
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <IconButton
          {...rest}
          look={styles.tool}
          aria-label={name}
          aria-pressed={pressed}
          aria-keyshortcuts={shortcut}
        >
          <ViewerIcon icon={icon} />
        </IconButton>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={styles.tip} sideOffset={6} dir={i18n.dir()}>
          {name} {shortcut && <kbd className={styles.key}>{shortcut}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
