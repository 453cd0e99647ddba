import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ageString, deidentifyDicom } from '../../src/dicom/deidentify/deidentify-dicom.ts';
import { KEPT_ATTRIBUTES } from '../../src/dicom/deidentify/kept-attributes.ts';
import { readString } from '../../src/dicom/element-values.ts';
import { readFilmFacts } from '../../src/dicom/film-facts.ts';
import { readDicom } from '../../src/dicom/read-dicom.ts';
import { renderNative } from './render.ts';
import { filmFile, join, type WrittenElement } from './write-dicom.ts';

const clean = (bytes: Uint8Array) => join(...deidentifyDicom(bytes, () => crypto.randomUUID()));
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

const FOLDER = 'test/golden/dicom';

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.dcm')))('%s', (name) => {
  it('reads as before, and has no attribute left but those of the picture', () => {
    const before = readDicom(new Uint8Array(readFileSync(`${FOLDER}/${name}`)));
    const after = readDicom(clean(new Uint8Array(readFileSync(`${FOLDER}/${name}`))));
    expect(after.pixels).toEqual(before.pixels);
    expect(Buffer.compare(after.frame, before.frame)).toBe(0);
    expect(after.swapped).toBe(before.swapped);
    const { patientAgeYears: _, ...facts } = readFilmFacts(before.dataSet);
    expect(readFilmFacts(after.dataSet)).toMatchObject(facts);
    const written = ['x00080018', 'x00100010', 'x00100020', 'x00101010', 'x00120062', 'x00120063'];
    const allowed = new Set([
      ...KEPT_ATTRIBUTES,
      ...written,
      'x0020000d',
      'x0020000e',
      'x7fe00010',
    ]);
    expect(Object.keys(after.dataSet.elements).filter((tag) => !allowed.has(tag))).toEqual([]);
  });
});

const IDENTIFYING: readonly WrittenElement[] = [
  ['00080018', 'UI', '1.2.3.4.5'],
  ['00080020', 'DA', '20260115'],
  ['00080080', 'LO', 'SECRET HOSPITAL'],
  ['00080090', 'PN', 'SECRET^REFERRER'],
  ['00081030', 'LO', 'SECRET STUDY'],
  ['00091001', 'LO', 'SECRET PRIVATE'],
  ['00100010', 'PN', 'SECRET^NAME'],
  ['00100020', 'LO', 'SECRET-ID'],
  ['00100030', 'DA', '19300101'],
  ['00104000', 'LT', 'SECRET COMMENT'],
  ['0020000D', 'UI', '1.2.3.4.6'],
  [
    '00283010',
    'SQ',
    [
      [
        ['00100010', 'PN', 'SECRET^NESTED'],
        ['00283002', 'US', [4096, 0, 16]],
        ['00283006', 'OW', Array.from({ length: 4096 }, (_, grey) => grey)],
      ],
    ],
  ],
];

it('drops names, identifiers, dates, places and private attributes, in sequences too', () => {
  const bytes = filmFile(...IDENTIFYING);
  expect(latin1(bytes)).toMatch(/SECRET/);
  expect(latin1(clean(bytes))).not.toMatch(/SECRET|1\.2\.3\.4|20260115|19300101/);
});

it('gives every film UIDs of its own and says that it was de-identified', () => {
  const bytes = filmFile(...IDENTIFYING);
  const [one, other] = [readDicom(clean(bytes)).dataSet, readDicom(clean(bytes)).dataSet];
  for (const tag of ['x00080018', 'x0020000d', 'x0020000e']) {
    expect(readString(one, tag)).toMatch(/^2\.25\.\d{1,39}$/);
    expect(readString(one, tag)).not.toBe(readString(other, tag));
  }
  expect(readString(one, 'x00120062')).toBe('YES');
});

it('draws the same greys through the same lookup table', () => {
  const bytes = filmFile(...IDENTIFYING);
  expect([...renderNative(clean(bytes)).data]).toEqual([...renderNative(bytes).data]);
});

it('takes the age from the dates that go, and makes all above 89 one', () => {
  // Born in 1930, filmed in 2026.
  expect(renderNative(clean(filmFile(...IDENTIFYING))).dicom.patientAgeYears).toBe(90);
  expect([0.5, 1.5, 2, 45.9, 89.9, 90, 104].map(ageString)).toEqual([
    '006M',
    '018M',
    '002Y',
    '045Y',
    '089Y',
    '090Y',
    '090Y',
  ]);
});

it('leaves out whatever stands behind the pixels', () => {
  const signed = join(filmFile(), new TextEncoder().encode('SECRET SIGNER'));
  expect(latin1(clean(signed))).not.toMatch(/SECRET/);
});
