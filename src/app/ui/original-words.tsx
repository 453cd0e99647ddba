import { useTranslation } from 'react-i18next';

/** A problem's English words, with the particulars that a translated one leaves out. */
export function OriginalWords({ of }: { of: string | null }) {
  const { t } = useTranslation('common');
  if (of === null) return null;
  return (
    <>
      {t('original')}{' '}
      <bdi lang="en" dir="ltr">
        {of}
      </bdi>
    </>
  );
}
