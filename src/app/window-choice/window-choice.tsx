import * as Select from '@radix-ui/react-select';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from '../shell/icons.tsx';
import { type FilmEntry, filmOf, isRunning } from '../store/film-state.ts';
import { useReader } from '../store/reader-context.tsx';
import styles from './window-choice.module.css';

/**
 * The windows and lookup tables of a DICOM film that has several; choosing one reads the film again
 * through it, since the networks see what the window shows. Nothing for every other film.
 */
export function WindowChoice({ entry }: { entry: FilmEntry }) {
  const { t } = useTranslation('arrivals');
  const chooseWindow = useReader((state) => state.chooseWindow);
  const labelId = useId();
  const dicom = filmOf(entry.state)?.dicom;
  if (!dicom || dicom.windows.length < 2 || entry.source.kind === 'demo') return null;
  const { windows } = dicom;
  const asked = entry.source.window ?? 0;
  const chosen = asked < windows.length ? asked : 0;
  return (
    <div className={styles.choice}>
      <span id={labelId} className={styles.label}>
        {t('windowOf', { count: windows.length })}
      </span>
      <Select.Root
        value={String(chosen)}
        disabled={isRunning(entry.state) || entry.state.status === 'idle'}
        onValueChange={(value) => chooseWindow(entry.id, Number(value))}
      >
        <Select.Trigger className={styles.trigger} aria-labelledby={labelId}>
          <bdi lang="en" className={styles.value}>
            <Select.Value />
          </bdi>
          <Select.Icon className={styles.arrow}>▾</Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Content className={styles.menu} position="popper" sideOffset={4}>
            <Select.Viewport>
              {windows.map((name, index) => (
                // A file may name two windows alike.
                // biome-ignore lint/suspicious/noArrayIndexKey: the index is the window's identity
                <Select.Item key={index} value={String(index)} className={styles.item}>
                  <Select.ItemText>{name}</Select.ItemText>
                  <Select.ItemIndicator className={styles.check}>
                    <CheckIcon />
                  </Select.ItemIndicator>
                </Select.Item>
              ))}
            </Select.Viewport>
          </Select.Content>
        </Select.Portal>
      </Select.Root>
    </div>
  );
}
