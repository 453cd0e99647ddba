import * as Menu from '@radix-ui/react-dropdown-menu';
import { useTranslation } from 'react-i18next';
import { describeWindow } from '../../i18n/dicom-words.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { type FilmEntry, filmOf, isRunning } from '../../store/film-state.ts';
import { useReader } from '../../store/reader-context.tsx';
import { CheckIcon, ChevronIcon } from '../../ui/icons.tsx';
import menu from '../../ui/menu.module.css';
import { MenuContent } from '../../ui/menu-content.tsx';
import styles from './window-choice.module.css';

/**
 * The windows and lookup tables of a DICOM film that has several; choosing one reads the film again
 * through it, since the networks see what the window shows. Nothing for every other film. A menu and
 * not Radix's Select, which sets a <style> by innerHTML: the page's Trusted Types refuse that.
 */
export function WindowChoice({ entry }: { entry: FilmEntry }) {
  const { t } = useTranslation('arrivals');
  const speech = useSpeech();
  const chooseWindow = useReader((state) => state.chooseWindow);
  const dicom = filmOf(entry.state)?.dicom;
  if (!dicom || dicom.windows.length < 2 || entry.source.kind === 'demo') return null;
  const { windows } = dicom;
  const asked = entry.source.window ?? 0;
  const chosen = asked < windows.length ? asked : 0;
  const title = t('windowOf', { count: windows.length });
  const names = windows.map((name) => describeWindow(name, speech));
  return (
    // Not modal: that would hide from assistive technology what stays in the tab order.
    <Menu.Root modal={false}>
      <Menu.Trigger
        className={styles.trigger}
        disabled={isRunning(entry.state) || entry.state.status === 'idle'}
        aria-label={`${title}: ${names[chosen]}`}
      >
        <span className={styles.label}>{title}</span>
        <bdi className={styles.value}>{names[chosen]}</bdi>
        <ChevronIcon />
      </Menu.Trigger>
      <MenuContent align="start">
        <Menu.RadioGroup
          value={String(chosen)}
          onValueChange={(value) => chooseWindow(entry.id, Number(value))}
        >
          {names.map((name, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two windows alike
            <Menu.RadioItem key={index} value={String(index)} className={menu.item}>
              <bdi>{name}</bdi>
              <Menu.ItemIndicator className={menu.mark}>
                <CheckIcon />
              </Menu.ItemIndicator>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </MenuContent>
    </Menu.Root>
  );
}
