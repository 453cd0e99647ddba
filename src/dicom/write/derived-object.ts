import { ascii } from './ascii.ts';
import { dateAndTime } from './date-time.ts';
import type { Elements } from './element.ts';
import type { PatientFields } from './patient-fields.ts';

/** What every object that is made here needs beside its contents. */
export interface DerivedObject {
  /** New for each study that is exported; a kept study's own comes before it. */
  readonly studyUid: string;
  readonly seriesUid: string;
  readonly instanceUid: string;
  readonly created: Date;
  readonly softwareVersion: string;
  /** Null, as a rule: nothing of the source file's header goes on. */
  readonly kept: PatientFields | null;
}

export const SOFTWARE = 'MANet Reader';
const DEIDENTIFIED = 'No attribute was copied from the source file';

/** Attributes that must be there, with or without a value (type 2). */
const EMPTY: Elements = [
  ['00080020', 'DA', ''],
  ['00080030', 'TM', ''],
  ['00080050', 'SH', ''],
  ['00080090', 'PN', ''],
  ['00100010', 'PN', ''],
  ['00100020', 'LO', ''],
  ['00100030', 'DA', ''],
  ['00100040', 'CS', ''],
  ['00200010', 'SH', ''],
];

/** Patient and General Study modules (PS3.3 C.7.1.1 and C.7.2.1). */
function patientAndStudy({ studyUid, kept }: DerivedObject): Elements {
  if (!kept) {
    return [
      ...EMPTY,
      ['00120062', 'CS', 'YES'],
      ['00120063', 'LO', DEIDENTIFIED],
      ['0020000D', 'UI', studyUid],
    ];
  }
  const copied = new Set(kept.elements.map(([tag]) => tag));
  return [
    ...kept.elements,
    ...EMPTY.filter(([tag]) => !copied.has(tag)),
    ['0020000D', 'UI', kept.studyUid ?? studyUid],
  ];
}

/** Patient, study, series, equipment and instance of a derived object. */
export function derivedElements(object: DerivedObject, modality: string): Elements {
  const { date, time } = dateAndTime(object.created);
  return [
    ...patientAndStudy(object),
    // General or SR Document Series (PS3.3 C.7.3.1 and C.17.1).
    ['00080060', 'CS', modality],
    ['0008103E', 'LO', 'MANet Reader, for research only, not a medical device'],
    ['0020000E', 'UI', object.seriesUid],
    ['00200011', 'IS', '1'],
    // General Equipment (PS3.3 C.7.5.1).
    ['00080070', 'LO', SOFTWARE],
    ['00081090', 'LO', SOFTWARE],
    ['00181020', 'LO', ascii(object.softwareVersion, 64)],
    // SOP Common (PS3.3 C.12.1) and the contents' date.
    ['00080012', 'DA', date],
    ['00080013', 'TM', time],
    ['00080023', 'DA', date],
    ['00080033', 'TM', time],
    ['00200013', 'IS', '1'],
  ];
}
