import type { DicomFacts } from '../../../imaging/dicom-facts.ts';
import { bareWindow, describeWindow } from '../../i18n/dicom-words.ts';
import { useSpeech } from '../../i18n/speech.ts';

/** The window that a film is seen through; what the file says of it is not printed. */
export function WindowName({ dicom }: { readonly dicom: DicomFacts }) {
  const speech = useSpeech();
  const bare = describeWindow(bareWindow(dicom), speech);
  const whole = describeWindow(dicom.window, speech);
  return (
    <bdi>
      {bare}
      <span data-print="hide">{whole.slice(bare.length)}</span>
    </bdi>
  );
}
