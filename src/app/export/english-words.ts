/** For files that machines read, and whose own words are English: CSV and DICOM. */
export const ENGLISH = {
  notice: 'For research and education only. Not a medical device.',
  intendedUse:
    'To study and teach what two networks make of a frontal chest X-ray. Not for diagnosis, triage, screening or treatment of any patient.',
  synthetic: 'Synthetic film, drawn by the program; it shows nobody.',
  lungsEdited: 'The lungs were edited by hand before the classes were weighed.',
  gateOverridden: 'The quality check objected and a person had the film read anyway',
} as const;
