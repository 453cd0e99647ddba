import * as Menu from '@radix-ui/react-dropdown-menu';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { keepLanguage } from '../../i18n/chosen-language.ts';
import { speak } from '../../i18n/i18n.ts';
import { LANGUAGES, type Language } from '../../i18n/languages.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { settings } from '../../store/settings/settings-store.ts';
import { THEMES, type Theme } from '../../store/settings/theme.ts';
import { CheckIcon, SettingsIcon } from '../../ui/icons.tsx';
import menu from '../../ui/menu.module.css';
import { MenuContent } from '../../ui/menu-content.tsx';
import styles from './settings-menu.module.css';

const TAGS = Object.keys(LANGUAGES) as Language[];

function Mark() {
  return (
    <Menu.ItemIndicator className={menu.mark}>
      <CheckIcon />
    </Menu.ItemIndicator>
  );
}

/** Language, theme and single-key shortcuts; all are kept on this device. */
export function SettingsMenu() {
  const { t, i18n } = useTranslation('settings');
  const { language } = useSpeech();
  const { theme, singleKeys, setTheme, setSingleKeys, setIntroduction } = useStore(settings);
  const choose = (tag: string) => {
    keepLanguage(tag as Language);
    speak(i18n, tag as Language);
  };
  return (
    // Not modal: that would hide from assistive technology what stays in the tab order.
    <Menu.Root modal={false}>
      <Menu.Trigger className={styles.trigger} aria-label={t('title')} title={t('title')}>
        <SettingsIcon />
      </Menu.Trigger>
      <MenuContent align="end" aria-label={t('title')}>
        <Menu.Label className={menu.label}>{t('language')}</Menu.Label>
        <Menu.RadioGroup value={language} onValueChange={choose} aria-label={t('language')}>
          {TAGS.map((tag) => (
            <Menu.RadioItem key={tag} value={tag} className={menu.item}>
              <span lang={tag} dir={LANGUAGES[tag].dir}>
                {LANGUAGES[tag].name}
              </span>
              <Mark />
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Separator className={menu.line} />
        <Menu.Label className={menu.label}>{t('theme')}</Menu.Label>
        <Menu.RadioGroup
          value={theme}
          onValueChange={(next) => setTheme(next as Theme)}
          aria-label={t('theme')}
        >
          {THEMES.map((one) => (
            <Menu.RadioItem key={one} value={one} className={menu.item}>
              {t(`themes.${one}`)}
              <Mark />
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Separator className={menu.line} />
        <Menu.CheckboxItem
          className={menu.item}
          checked={singleKeys}
          onCheckedChange={setSingleKeys}
        >
          {t('singleKeys')}
          <Mark />
        </Menu.CheckboxItem>
        <Menu.Item className={menu.item} onSelect={() => setIntroduction('asked')}>
          {t('introduction')}
        </Menu.Item>
      </MenuContent>
    </Menu.Root>
  );
}
