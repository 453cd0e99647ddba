import * as Checkbox from '@radix-ui/react-checkbox';
import * as Dialog from '@radix-ui/react-dialog';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppDialog } from '../../ui/app-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import styles from './dicom-dialog.module.css';
import type { PatientFieldsAt } from './patient-fields-at.ts';

export type DicomKind = 'capture' | 'structured';

const HINT = { here: 'keepHint', none: 'noFields', gone: 'fieldsGone' } as const;

interface DicomDialogProps {
  readonly kind: DicomKind;
  readonly fields: PatientFieldsAt;
  readonly onClose: () => void;
  readonly onSave: (keepPatient: boolean) => void;
}

/** Asks, before a DICOM object is made, whether it may name the patient: no, unless told. */
export function DicomDialog({ kind, fields, onClose, onSave }: DicomDialogProps) {
  const { t } = useTranslation('export');
  const { t: common } = useTranslation('common');
  const [keep, setKeep] = useState(false);
  const id = useId();
  return (
    <AppDialog
      title={t(kind)}
      description={t('bare')}
      open
      onOpenChange={(open) => open || onClose()}
    >
      <div className={styles.body}>
        <div className={styles.choice}>
          <Checkbox.Root
            id={id}
            className={styles.box}
            checked={keep}
            disabled={fields !== 'here'}
            onCheckedChange={(checked) => setKeep(checked === true)}
            aria-describedby={`${id}-hint`}
          >
            <Checkbox.Indicator className={styles.tick}>
              <CheckIcon />
            </Checkbox.Indicator>
          </Checkbox.Root>
          <div>
            <label htmlFor={id} className={styles.label}>
              {t('keep')}
            </label>
            <p id={`${id}-hint`} className={styles.text}>
              {t(HINT[fields])}
            </p>
          </div>
        </div>
        {kind === 'capture' && <p className={styles.text}>{t('burned')}</p>}
        <div className={styles.actions}>
          <Dialog.Close asChild>
            <Button kind="quiet">{common('cancel')}</Button>
          </Dialog.Close>
          <Button kind="primary" onClick={() => onSave(keep)}>
            {t('save')}
          </Button>
        </div>
      </div>
    </AppDialog>
  );
}
