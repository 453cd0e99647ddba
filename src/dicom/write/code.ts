import type { Elements } from './element.ts';

/** A coded concept (PS3.3 8.8): SCT is SNOMED CT, DCM is PS3.16 annex D, 99MANET is ours. */
export interface Code {
  readonly value: string;
  readonly scheme: 'DCM' | 'SCT' | 'UCUM' | 'RFC5646' | '99MANET';
  readonly meaning: string;
}

export function codeElements({ value, scheme, meaning }: Code): Elements {
  return [
    ['00080100', 'SH', value],
    ['00080102', 'SH', scheme],
    ['00080104', 'LO', meaning],
  ];
}

/** What the letters of our own scheme mean, as files that use it should say (PS3.3 C.12.1.1). */
export const OWN_SCHEME: Elements = [
  [
    '00080110',
    'SQ',
    [
      [
        ['00080102', 'SH', '99MANET'],
        ['00080115', 'ST', 'MANet Reader, codes of its own; see the file codes.ts of its source'],
      ],
    ],
  ],
];
