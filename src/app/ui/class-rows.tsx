import * as ToggleGroup from '@radix-ui/react-toggle-group';
import type { ReactNode } from 'react';
import { LABELS, type Label } from '../../models/labels.ts';
import styles from './class-rows.module.css';

interface ClassRowsProps {
  readonly name: string;
  readonly chosen: Label;
  readonly onChoose: (label: Label) => void;
  /** The row of a class, a ToggleGroup.Item. */
  readonly row: (label: Label) => ReactNode;
}

/** The five classes in a fixed order, so that films can be compared at a glance; one is chosen. */
export function ClassRows({ name, chosen, onChoose, row }: ClassRowsProps) {
  return (
    <ToggleGroup.Root
      className={styles.rows}
      type="single"
      orientation="vertical"
      value={chosen}
      // Pressing the chosen class again must not leave none chosen.
      onValueChange={(label) => label && onChoose(label as Label)}
      aria-label={name}
    >
      {LABELS.map(row)}
    </ToggleGroup.Root>
  );
}
