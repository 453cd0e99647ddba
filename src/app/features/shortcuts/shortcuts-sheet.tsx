import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { settings } from '../../store/settings/settings-store.ts';
import { AppDialog } from '../../ui/app-dialog.tsx';
import { shortcutRegistry } from '../../ui/shortcuts/registry.ts';
import { SHORTCUT_GROUPS } from '../../ui/shortcuts/shortcut.ts';
import { KeyCap } from './key-cap.tsx';
import styles from './shortcuts-sheet.module.css';

interface ShortcutsSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Every key that does something at present, with the keys of one action in one line. */
export function ShortcutsSheet(props: ShortcutsSheetProps) {
  const { t } = useTranslation('shortcuts');
  const all = useStore(shortcutRegistry, ({ lists }) => lists).flat();
  const singleKeys = useStore(settings, (state) => state.singleKeys);
  return (
    <AppDialog title={t('title')} description={t('description')} {...props}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.body} tabIndex={0} aria-label={t('title')}>
        {!singleKeys && <p className={styles.off}>{t('off')}</p>}
        {SHORTCUT_GROUPS.map((group) => {
          const mine = all.filter((shortcut) => shortcut.group === group);
          const texts = [...new Set(mine.map(({ text }) => text))];
          return (
            texts.length > 0 && (
              <section key={group} className={styles.group}>
                <h3>{t(`group.${group}`)}</h3>
                <dl>
                  {texts.map((text) => {
                    const keys = mine.filter((one) => one.text === text).map(({ key }) => key);
                    return (
                      <div key={text}>
                        <dt>
                          {[...new Set(keys)].map((key, index) => (
                            <span key={key}>
                              {index > 0 && <span className={styles.or}> {t('or')} </span>}
                              <KeyCap of={key} />
                            </span>
                          ))}
                        </dt>
                        <dd>{text}</dd>
                      </div>
                    );
                  })}
                </dl>
              </section>
            )
          );
        })}
      </section>
    </AppDialog>
  );
}
