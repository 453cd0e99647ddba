import * as Menu from '@radix-ui/react-dropdown-menu';
import { CheckIcon, ChevronIcon } from '../shell/icons.tsx';
import styles from './worklist-menu.module.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly text: string;
}

interface ChoiceMenuProps<T extends string> {
  /** What is chosen, for instance "Sort". */
  readonly name: string;
  readonly value: T;
  readonly groups: readonly {
    readonly title: string | null;
    readonly choices: readonly Choice<T>[];
  }[];
  readonly onChoose: (value: T) => void;
}

/** A button that shows what is chosen, and opens what else there is. */
export function ChoiceMenu<T extends string>({
  name,
  value,
  groups,
  onChoose,
}: ChoiceMenuProps<T>) {
  const chosen = groups.flatMap(({ choices }) => choices).find((one) => one.value === value);
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.trigger} aria-label={`${name}: ${chosen?.text ?? ''}`}>
        <span className={styles.chosen}>{chosen?.text}</span>
        <ChevronIcon />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className={styles.menu} align="start" sideOffset={4} collisionPadding={8}>
          <Menu.RadioGroup value={value} onValueChange={(next) => onChoose(next as T)}>
            {groups.map(({ title, choices }, index) => (
              <Menu.Group key={title ?? index} className={styles.group}>
                {title && <Menu.Label className={styles.label}>{title}</Menu.Label>}
                {choices.map((choice) => (
                  <Menu.RadioItem key={choice.value} value={choice.value} className={styles.item}>
                    <span className={styles.mark}>
                      <Menu.ItemIndicator>
                        <CheckIcon />
                      </Menu.ItemIndicator>
                    </span>
                    {choice.text}
                  </Menu.RadioItem>
                ))}
              </Menu.Group>
            ))}
          </Menu.RadioGroup>
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
