import type { Code } from './code.ts';

const dcm = (value: string, meaning: string): Code => ({ value, scheme: 'DCM', meaning });
const sct = (value: string, meaning: string): Code => ({ value, scheme: 'SCT', meaning });
const own = (value: string, meaning: string): Code => ({ value, scheme: '99MANET', meaning });

/** The classes of the second network. The codes say which class, not that a patient has it. */
export const CLASS_CODES = {
  normal: sct('17621005', 'Normal'),
  covid19: sct('840539006', 'COVID-19'),
  tb: sct('56717001', 'Tuberculosis'),
  bacterial: sct('53084003', 'Bacterial pneumonia'),
  viral: sct('75570004', 'Viral pneumonia'),
} as const satisfies Record<string, Code>;

export type ClassKey = keyof typeof CLASS_CODES;

export const CLASS_KEYS = Object.keys(CLASS_CODES) as readonly ClassKey[];

export const CODE = {
  // PS3.16 annex D.
  imagingMeasurementReport: dcm('126000', 'Imaging Measurement Report'),
  language: dcm('121049', 'Language of Content Item and Descendants'),
  observerType: dcm('121005', 'Observer Type'),
  device: dcm('121007', 'Device'),
  deviceObserverUid: dcm('121012', 'Device Observer UID'),
  deviceObserverName: dcm('121013', 'Device Observer Name'),
  deviceObserverModel: dcm('121015', 'Device Observer Model Name'),
  procedureReported: dcm('121058', 'Procedure reported'),
  findings: dcm('121070', 'Findings'),
  probability: dcm('122157', 'Probability'),
  algorithmName: dcm('111001', 'Algorithm Name'),
  algorithmVersion: dcm('111003', 'Algorithm Version'),
  sourceImage: dcm('121322', 'Source image for image processing operation'),

  // SNOMED CT.
  plainChestXRay: sct('399208008', 'Plain chest X-ray'),
  indeterminate: sct('82334004', 'Indeterminate'),
  yes: sct('373066001', 'Yes'),
  no: sct('373067005', 'No'),

  english: { value: 'en', scheme: 'RFC5646', meaning: 'English' },
  // UCUM.
  noUnits: { value: '1', scheme: 'UCUM', meaning: 'no units' },

  // Ours, where neither has a concept that says no more than we know.
  notice: own('NOTICE', 'Notice'),
  intendedUse: own('INTENDED_USE', 'Intended use'),
  answer: own('ANSWER', 'Most probable class, by a network'),
  networkClass: own('CLASS', 'Class of the network'),
  threshold: own('THRESHOLD', 'Probability below which no class is named'),
  lungFraction: own('LUNG_FRACTION', 'Share of the film covered by lungs'),
  circumstances: own('CIRCUMSTANCES', 'Circumstances of the reading'),
  lungsEdited: own('LUNGS_EDITED', 'Lungs edited by hand'),
  gateOverridden: own('GATE_OVERRIDDEN', 'Read although the quality check objected'),
  gateObjection: own('GATE_OBJECTION', 'Objection of the quality check'),
  correction: own('CORRECTION', 'Changed before the film was read'),
  gateWarning: own('GATE_WARNING', 'Warning of the quality check'),
  recovered: own('RECOVERED', 'Failure on the way'),
  synthetic: own('SYNTHETIC', 'Synthetic film, drawn by a program'),
  window: own('WINDOW', 'Grey scale window of the film'),
  backend: own('BACKEND', 'Computed on'),
  sourceHash: own('SOURCE_SHA256', 'SHA-256 of the source file'),
  network: own('NETWORK', 'Network'),
  networkId: own('NETWORK_ID', 'Identifier of the network'),
  limits: own('LIMITS', 'Known limits'),
  limit: own('LIMIT', 'Known limit'),
} as const satisfies Record<string, Code>;
