import { expect, test } from 'vitest';
import { describeDicom } from '../../../src/app/i18n/dicom-words.ts';
import { createI18n } from '../../../src/app/i18n/i18n.ts';
import english from '../../../src/app/i18n/locales/en/dicom.json' with { type: 'json' };
import french from '../../../src/app/i18n/locales/fr/dicom.json' with { type: 'json' };
import { createSpeech } from '../../../src/app/i18n/speech.ts';
import { TRANSFER_SYNTAXES } from '../../../src/dicom/transfer-syntax.ts';
import type { DicomFacts } from '../../../src/imaging/dicom-facts.ts';
import { showFilm } from '../../../src/pipeline/show-film.ts';

const speech = createSpeech(createI18n(), 'en');

const UNKNOWN: DicomFacts = {
  window: 'Full range: 0 to 4095',
  windows: ['Full range: 0 to 4095'],
  bitsStored: 12,
  transferSyntax: 'JPEG 2000, lossless',
  modality: null,
  bodyPart: null,
  viewPosition: null,
  laterality: null,
  patientOrientation: null,
  patientAgeYears: null,
  spacing: null,
  frames: 1,
};

test('what is known of an exposure stands in a line, and nothing else', () => {
  expect(describeDicom(UNKNOWN, speech)).toBe('JPEG 2000, lossless');
  expect(
    describeDicom(
      {
        ...UNKNOWN,
        modality: 'DX',
        viewPosition: 'PA',
        laterality: 'L',
        patientAgeYears: 45.5,
        spacing: { rowMm: 0.14312, columnMm: 0.14312, at: 'detector' },
        frames: 3,
      },
      speech,
    ),
  ).toBe(
    'DX, PA, side L, 45 years, 0.143 mm a pixel at the detector, first of 3 frames, JPEG 2000, lossless',
  );
  expect(describeDicom({ ...UNKNOWN, patientAgeYears: 0.5 }, speech)).toContain('6 months');
});

test('the page is told what a DICOM film says of itself', () => {
  const film = { name: 'a', format: 'dicom', width: 1, height: 1, maxValue: 65_535 } as const;
  const data = Float32Array.of(0);
  expect(showFilm({ ...film, data, dicom: UNKNOWN }).dicom).toEqual(UNKNOWN);
  expect(showFilm({ ...film, data })).not.toHaveProperty('dicom');
});

test('how the pixels were packed is told in the language of the page', async () => {
  const known = [...TRANSFER_SYNTAXES.values()].map(({ name }) => name);
  expect(Object.keys(english.syntax).sort()).toEqual(known.sort());
  const instance = createI18n();
  instance.addResourceBundle('fr', 'dicom', french);
  const inFrench = createSpeech(instance, 'fr');
  expect(describeDicom(UNKNOWN, inFrench)).toBe('JPEG 2000 sans perte');
  expect(describeDicom({ ...UNKNOWN, transferSyntax: 'none' }, inFrench)).toBe('none');
});
