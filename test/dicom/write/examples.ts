import { readDataSet } from '../../../src/dicom/read-data-set.ts';
import type { DerivedObject } from '../../../src/dicom/write/derived-object.ts';
import { readPatientFields } from '../../../src/dicom/write/patient-fields.ts';
import type { ReportFacts } from '../../../src/dicom/write/report-facts.ts';
import {
  type CapturedPicture,
  writeSecondaryCapture,
} from '../../../src/dicom/write/secondary-capture.ts';
import { writeStructuredReport } from '../../../src/dicom/write/structured-report.ts';
import { filmFile } from '../write-dicom.ts';

/** Each byte differs from its neighbours; training/tests/test_exports.py has the same formula. */
function patternRgb(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7 + (i >> 4)) % 256);
}

export const PICTURE: CapturedPicture = {
  width: 13,
  height: 7,
  rgb: patternRgb(13, 7),
  derivation: 'Film with the outline of the lungs, and its heat map',
  comments: 'For research and education only. Not a medical device.',
  lossy: false,
  namesBurnedIn: false,
};

export const FACTS: ReportFacts = {
  notice: 'For research and education only. Not a medical device.',
  intendedUse: 'To study what a network makes of a frontal chest X-ray.',
  top: 'tb',
  indeterminate: false,
  probabilities: { normal: 0.05, covid19: 0.1, tb: 0.7, bacterial: 0.1, viral: 0.05 },
  threshold: 0.65,
  lungFraction: 0.2345,
  lungsEdited: true,
  objections: ['cropped'],
  corrections: ['turned by 180 degrees', 'inverted'],
  warnings: ['The lungs reach the edge of the film.'],
  recovered: 'The device failed on the way.',
  synthetic: false,
  window: 'Window: centre 2048, width 4096',
  backend: 'WebAssembly',
  sourceSha256: 'ab'.repeat(32),
  segmenter: { title: 'ResUNet lung segmenter', id: 'resunet', digest: 'cd'.repeat(32) },
  classifier: { title: 'MA-ResNet50 classifier', id: 'ma-resnet50', digest: 'ef'.repeat(32) },
  limits: ['It knows these five classes only.', 'Heat maps show what moved the network.'],
};

export const OBJECT: DerivedObject = {
  studyUid: '2.25.1001',
  seriesUid: '2.25.1002',
  instanceUid: '2.25.1003',
  created: new Date(2026, 0, 2, 3, 4, 5),
  softwareVersion: '1.2.3',
  kept: null,
};

/** A film whose header names somebody: letters no person has, in Latin-1. */
const NAMED_FILM = filmFile(
  ['00080005', 'CS', 'ISO_IR 100'],
  ['00080016', 'UI', '1.2.840.10008.5.1.4.1.1.1.1'],
  ['00080018', 'UI', '1.2.3.4.5'],
  ['00080020', 'DA', '20250102'],
  ['00080050', 'SH', 'ACCESSION7'],
  ['00080080', 'LO', 'INSTITUTION7'],
  ['00100010', 'PN', Uint8Array.from([0x58, 0xdc, 0x58, 0x5e, 0x51, 0x51])],
  ['00100020', 'LO', 'PATIENT7'],
  ['00100030', 'DA', '19700101'],
  ['00100040', 'CS', 'O'],
  ['0020000D', 'UI', '1.2.3.4'],
  ['0020000E', 'UI', '1.2.3.4.9'],
);

const kept = { ...OBJECT, kept: readPatientFields(readDataSet(NAMED_FILM).dataSet) };

/** What the writers make of the above, by the name of its file in test/golden/export. */
export const EXAMPLES: Readonly<Record<string, () => Uint8Array>> = {
  'secondary-capture.dcm': () => writeSecondaryCapture(PICTURE, OBJECT),
  'secondary-capture-kept.dcm': () => writeSecondaryCapture(PICTURE, kept),
  'structured-report.dcm': () => writeStructuredReport(FACTS, OBJECT),
  'structured-report-kept.dcm': () => writeStructuredReport(FACTS, kept),
};
