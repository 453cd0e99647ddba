import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AppDialog } from '../../ui/app-dialog.tsx';
import { CardTabs } from './card-tabs.tsx';

interface ModelsDialogProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** The model whose card is shown first; the one that reads films where it is left out. */
  readonly model?: string | undefined;
}

/** The cards of all models, over the page. */
export function ModelsDialog({ trigger, model }: ModelsDialogProps) {
  const { t } = useTranslation('modelCard');
  return (
    <AppDialog
      size="large"
      title={t('title')}
      description={t('description')}
      closeName={t('closeCards')}
      trigger={trigger}
    >
      <CardTabs model={model} />
    </AppDialog>
  );
}
