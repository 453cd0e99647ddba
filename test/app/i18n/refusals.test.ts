import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createI18n } from '../../../src/app/i18n/i18n.ts';
import type { Language } from '../../../src/app/i18n/languages.ts';
import { catalogue as ar } from '../../../src/app/i18n/locales/ar/index.ts';
import { catalogue as en } from '../../../src/app/i18n/locales/en/index.ts';
import { catalogue as es } from '../../../src/app/i18n/locales/es/index.ts';
import { catalogue as fr } from '../../../src/app/i18n/locales/fr/index.ts';
import { catalogue as zh } from '../../../src/app/i18n/locales/zh/index.ts';
import { createSpeech, type Speech } from '../../../src/app/i18n/speech.ts';
import { loadCodecNode } from '../../../src/cli/load-codec-node.ts';
import type { DicomErrorCode } from '../../../src/dicom/dicom-error.ts';
import { CodedError } from '../../../src/errors/coded-error.ts';
import { toProblem } from '../../../src/errors/problem.ts';
import { REASONS } from '../../../src/errors/reasons.ts';
import type { ModelErrorCode } from '../../../src/models/model-error.ts';
import type { AnalysisErrorCode } from '../../../src/pipeline/errors.ts';
import type { RefusalCode } from '../../../src/pipeline/gate/gate-codes.ts';
import { createFilmDecoder } from '../../../src/platform/decode/create-film-decoder.ts';
import type { DecodeErrorCode } from '../../../src/platform/decode/decode-error.ts';
import { readEntry } from '../../../src/platform/intake/zip/read-entry.ts';
import { readZipDirectory } from '../../../src/platform/intake/zip/zip-directory.ts';
import type { ZipErrorCode } from '../../../src/platform/intake/zip/zip-error.ts';
import type { StoreErrorCode } from '../../../src/platform/storage/models/store-error.ts';
import { hostileFiles } from '../../../tools/fuzz/hostile-files.ts';
import { damagedFiles } from '../../../tools/fuzz/mutations.ts';
import { FUZZED, seedFiles } from '../../../tools/fuzz/seed-files.ts';

const CATALOGUES = { en, es, fr, zh, ar };
const LANGUAGES = Object.keys(CATALOGUES) as Language[];
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** Words that no sentence in Spanish or French has, and none in Chinese or Arabic. */
const ENGLISH = /\b(the|its?|is|of|cannot|does|with|to|bits a|file)\b/;

type AnyCode =
  | AnalysisErrorCode
  | DecodeErrorCode
  | DicomErrorCode
  | ModelErrorCode
  | RefusalCode
  | StoreErrorCode
  | ZipErrorCode;

// Does not compile where a code has no sentences in the English catalogue.
const problems: Readonly<Record<AnyCode, object>> = en.problems;

const speechIn: Partial<Record<Language, Speech>> = {};
const errors: CodedError[] = [];

async function refusals(bytes: Uint8Array, zip: boolean): Promise<void> {
  const decode = createFilmDecoder(loadCodecNode);
  const keep = (error: unknown) => {
    expect(error).toBeInstanceOf(CodedError);
    errors.push(error as CodedError);
  };
  if (!zip) return void (await decode(bytes, 'x').catch(keep));
  const archive = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  const entries = await readZipDirectory(archive).catch(keep);
  for (const entry of entries ?? []) await readEntry(archive, entry).catch(keep);
}

beforeAll(async () => {
  const i18n = createI18n();
  for (const language of LANGUAGES) {
    for (const [namespace, texts] of Object.entries(CATALOGUES[language])) {
      i18n.addResourceBundle(language, namespace, texts);
    }
    speechIn[language] = createSpeech(i18n, language);
  }
  for (const { bytes } of hostileFiles()) await refusals(bytes, false);
  for (const format of FUZZED) {
    const files = seedFiles(format);
    const sample = fc.sample(damagedFiles(files, files), { numRuns: 60, seed: 5 });
    for (const { bytes } of sample) await refusals(bytes, format === 'zip');
  }
}, 120_000);

describe.each(OTHERS)('in %s', (language) => {
  const catalogue = CATALOGUES[language] as typeof en;

  it('every code of a problem, and every reason, has words of its own', () => {
    for (const code of Object.keys(problems) as AnyCode[]) {
      expect(catalogue.problems[code].message, code).not.toBe(en.problems[code].message);
      expect(catalogue.problems[code].advice, code).not.toBe(en.problems[code].advice);
    }
    for (const [code, words] of Object.entries(REASONS)) {
      expect(catalogue.reasons, code).toHaveProperty(code);
      expect(catalogue.reasons[code as keyof typeof REASONS], code).not.toBe(words);
    }
  });

  it('no refusal of a hostile or damaged file has English words, but for what its decoder said', () => {
    for (const error of errors) {
      const { message, advice, original } = (speechIn[language] as Speech).problem(
        toProblem(error),
      );
      expect(`${message} ${advice}`).not.toMatch(ENGLISH);
      expect(message).not.toContain('{{');
      expect(original).toBe(error.detail);
    }
  });
});

it('in English they say on screen what they say on the command line', () => {
  expect(new Set(errors.map(({ message }) => message)).size).toBeGreaterThan(30);
  expect(errors.some(({ detail }) => detail !== null)).toBe(true);
  for (const error of errors) {
    const { message } = (speechIn.en as Speech).problem(toProblem(error));
    const plain = message.replace(/(?<=\d),(?=\d{3})/g, '').replaceAll('∞', 'Infinity');
    expect(plain).toBe(error.message.replace(` (${error.detail})`, ''));
  }
});
