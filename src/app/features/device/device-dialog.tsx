import * as ToggleGroup from '@radix-ui/react-toggle-group';
import { useTranslation } from 'react-i18next';
import type { BackendName } from '../../../models/engine.ts';
import { BACKEND_NAMES } from '../../i18n/backend-names.ts';
import { useReader } from '../../store/reader-context.tsx';
import { AppDialog } from '../../ui/app-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { BackendTrials } from './backend-trials.tsx';
import { BrowserFacts } from './browser-facts.tsx';
import { BACKENDS } from './chosen-backend.ts';
import styles from './device.module.css';

const AUTOMATIC = 'automatic';

/** Which backend computes. */
function BackendChoice() {
  const { t } = useTranslation('device');
  const chosen = useReader((reader) => reader.chosenBackend);
  const choose = useReader((reader) => reader.chooseBackend);
  return (
    <div className={styles.choice}>
      <span id="use-backend">{t('use')}</span>
      <ToggleGroup.Root
        type="single"
        className={styles.group}
        aria-labelledby="use-backend"
        value={chosen ?? AUTOMATIC}
        // Pressing the chosen one again must not leave none chosen.
        onValueChange={(value) =>
          value && choose(value === AUTOMATIC ? null : (value as BackendName))
        }
      >
        <ToggleGroup.Item value={AUTOMATIC}>{t('automatic')}</ToggleGroup.Item>
        {BACKENDS.map((name) => (
          <ToggleGroup.Item key={name} value={name}>
            {BACKEND_NAMES[name]}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  );
}

/** How this device computes, and how well it reproduces the reference answers. */
export function DeviceDialog() {
  const { t } = useTranslation('device');
  const models = useReader((reader) => reader.models);
  const testDevice = useReader((reader) => reader.testDevice);
  const testing = models.status === 'loading';
  return (
    <AppDialog
      title={t('title')}
      description={t('lead')}
      trigger={<LinkButton aria-label={t('title')}>{t('open')}</LinkButton>}
    >
      <div className={styles.body}>
        <h3 className={styles.subheading}>{t('backends')}</h3>
        {models.status === 'ready' && models.trials ? (
          <BackendTrials trials={models.trials} />
        ) : (
          <p className={styles.reason} role="status">
            {t(testing ? 'running' : 'notReady')}
          </p>
        )}
        <BackendChoice />
        <h3 className={styles.subheading}>{t('facts')}</h3>
        <BrowserFacts />
        <Button kind="quiet" onClick={testDevice} disabled={testing}>
          {t(testing ? 'running' : 'again')}
        </Button>
      </div>
    </AppDialog>
  );
}
