import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Whether the browser can choose folders; those on phones often cannot. */
export const canChooseFolders = 'webkitdirectory' in HTMLInputElement.prototype;

interface FolderInputProps {
  /** Opens the dialog. */
  readonly ref: Ref<{ open(): void }>;
  readonly onFiles: (files: File[]) => void;
}

/** The unseen input behind every "Choose a folder". */
export function FolderInput({ ref, onFiles }: FolderInputProps) {
  const { t } = useTranslation('arrivals');
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({ open: () => input.current?.click() }), []);
  // React knows no such attribute.
  useEffect(() => {
    input.current?.toggleAttribute('webkitdirectory', true);
  }, []);
  return (
    <input
      ref={input}
      id="folder"
      type="file"
      multiple
      hidden
      data-kind="folder"
      aria-label={t('chooseFolder')}
      onChange={({ currentTarget }) => {
        const files = [...(currentTarget.files ?? [])];
        // The same folder may be chosen again.
        currentTarget.value = '';
        onFiles(files);
      }}
    />
  );
}
