import { readWindowName } from '../../dicom/window-name.ts';
import type { DicomFacts } from '../../imaging/dicom-facts.ts';
import dicom from './locales/en/dicom.json' with { type: 'json' };
import type { Speech } from './speech.ts';

function formatAge(years: number, { t }: Speech): string {
  return years < 2
    ? t('dicom:months', { count: Math.round(years * 12) })
    : t('dicom:years', { count: Math.floor(years) });
}

const isNamed = (syntax: string): syntax is keyof typeof dicom.syntax =>
  Object.hasOwn(dicom.syntax, syntax);

/** A film's window without its free text, in which a file may say anything. */
export function bareWindow({ window }: DicomFacts): string {
  return window.replace(/ \(.*\)$/s, '');
}

/** A window's name in the language of the screen. */
export function describeWindow(name: string, { t }: Speech): string {
  const { window, explanation } = readWindowName(name);
  if (!window) return name;
  const { kind, ...figures } = window;
  const words = t(`dicom:window.${kind}`, figures);
  return explanation ? t('dicom:window.explained', { window: words, explanation }) : words;
}

/** How and of whom a DICOM film was taken, in a line: "DX, PA, 45 years, 0.14 mm a pixel". */
export function describeDicom(facts: DicomFacts, speech: Speech): string {
  const { modality, viewPosition, laterality, patientAgeYears, spacing, frames, transferSyntax } =
    facts;
  const { t, format } = speech;
  return [
    modality,
    viewPosition,
    laterality && t('dicom:side', { side: laterality }),
    patientAgeYears === null ? null : formatAge(patientAgeYears, speech),
    spacing && t(`dicom:spacing.${spacing.at}`, { mm: format.significant(spacing.rowMm, 3) }),
    frames > 1 && t('dicom:frames', { count: frames }),
    isNamed(transferSyntax) ? t(`dicom:syntax.${transferSyntax}`) : transferSyntax,
  ]
    .filter(Boolean)
    .join(t('common:comma'));
}
