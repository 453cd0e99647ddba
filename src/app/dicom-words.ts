import type { DicomFacts } from '../imaging/dicom-facts.ts';

function formatAge(years: number): string {
  return years < 2 ? `${Math.round(years * 12)} months` : `${Math.floor(years)} years`;
}

/** How and of whom a DICOM film was taken, in a line: "DX, PA, 45 years, 0.14 mm a pixel". */
export function describeDicom(facts: DicomFacts): string {
  const { modality, viewPosition, laterality, patientAgeYears, spacing, frames } = facts;
  return [
    modality,
    viewPosition,
    laterality && `side ${laterality}`,
    patientAgeYears === null ? null : formatAge(patientAgeYears),
    spacing && `${Number(spacing.rowMm.toPrecision(3))} mm a pixel at the ${spacing.at}`,
    frames > 1 && `first of ${frames} frames`,
    facts.transferSyntax,
  ]
    .filter(Boolean)
    .join(', ');
}
