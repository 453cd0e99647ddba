import * as Menu from '@radix-ui/react-dropdown-menu';
import styles from './choice-menu.module.css';
import { CheckIcon, ChevronIcon } from './icons.tsx';
import menu from './menu.module.css';
import { MenuContent } from './menu-content.tsx';

interface Choice<T extends string> {
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
    // Not modal: that would hide from assistive technology what stays in the tab order.
    <Menu.Root modal={false}>
      <Menu.Trigger className={styles.trigger} aria-label={`${name}: ${chosen?.text ?? ''}`}>
        <span className={styles.chosen}>{chosen?.text}</span>
        <ChevronIcon />
      </Menu.Trigger>
      <MenuContent align="start">
        <Menu.RadioGroup value={value} onValueChange={(next) => onChoose(next as T)}>
          {groups.map(({ title, choices }, index) => (
            <Menu.Group key={title ?? index}>
              {index > 0 && <Menu.Separator className={menu.line} />}
              {title && <Menu.Label className={menu.label}>{title}</Menu.Label>}
              {choices.map((choice) => (
                <Menu.RadioItem key={choice.value} value={choice.value} className={menu.item}>
                  {choice.text}
                  <Menu.ItemIndicator className={menu.mark}>
                    <CheckIcon />
                  </Menu.ItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.Group>
          ))}
        </Menu.RadioGroup>
      </MenuContent>
    </Menu.Root>
  );
}
