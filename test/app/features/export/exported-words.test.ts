import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { circumstancesOf } from '../../../../src/app/features/export/circumstances.ts';
import { commentsOf } from '../../../../src/app/features/export/comments-of.ts';
import { englishMarks } from '../../../../src/app/features/export/english-words.ts';
import { marksOf } from '../../../../src/app/features/export/marks-of.ts';
import { reportFactsOf } from '../../../../src/app/features/export/report-facts-of.ts';
import { sourceHash } from '../../../../src/app/features/export/source-hash.ts';
import { weightsDigest } from '../../../../src/app/features/export/weights-digest.ts';
import { worklistRows } from '../../../../src/app/features/export/worklist-rows.ts';
import { createI18n, speak } from '../../../../src/app/i18n/i18n.ts';
import { LANGUAGES, type Language } from '../../../../src/app/i18n/languages.ts';
import { createSpeech } from '../../../../src/app/i18n/speech.ts';
import type { FilmEntry } from '../../../../src/app/store/film-state.ts';
import type { ShownStudy } from '../../../../src/pipeline/shown-film.ts';
import { fileSource, shownStudy } from '../../fakes.ts';
import { exampleReading, exampleStudy } from './example-reading.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const study = exampleStudy({ lungsEdited: true });
const overridden: ShownStudy = {
  ...study,
  gateOverridden: ['rotated-left', 'cropped'],
  corrections: ['turn-half'],
  warnings: ['lungs-at-edge'],
  recoveries: [{ code: 'device-lost', backend: 'webgl' }],
};
const SENTENCES = [
  'Synthetic film, drawn by the program; it shows nobody.',
  'Read although refused: rotated to the left, cropped.',
  'Changed before reading: turned by 180 degrees.',
  'The lungs were edited by hand before the classes were weighed.',
  'The lungs reach the edge of the film: part of them may be cut off.',
  'The device failed on the way, and the film was read again from its start. The answer is not affected.',
];

function entry(id: number, state: FilmEntry['state']): FilmEntry {
  return { id, source: fileSource('SECRETNAME.png'), state } as FilmEntry;
}

describe('what exports say', () => {
  it('tells what a person did to the reading, and never the name of the file', () => {
    const reading = exampleReading({ study: overridden });
    expect(reportFactsOf(reading)).toMatchObject({
      lungsEdited: true,
      objections: ['rotated to the left', 'cropped'],
      corrections: ['turned by 180 degrees'],
      warnings: [SENTENCES[4]],
      recovered: SENTENCES[5],
      synthetic: true,
    });
    const comments = commentsOf(reading);
    expect(comments).toContain('Not a medical device.');
    expect(comments).toContain(SENTENCES.join(' '));
    expect(comments).toContain('ef'.repeat(32));
    expect(comments).not.toContain('SECRETNAME');
  });

  it('tells it on paper and below pictures in the words that stand on screen', async () => {
    // The page's language and direction are the app's affair.
    globalThis.document ??= { documentElement: {} } as Document;
    const i18n = createI18n();
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      await speak(i18n, language);
      const marks = marksOf(exampleReading({ study: overridden }), createSpeech(i18n, language));
      const {
        overridden: said,
        corrected,
        corrections,
        refusals,
        warnings,
        recovered,
      } = i18n.getResourceBundle(language, 'gate');
      expect(marks).toHaveLength(6);
      const comma = i18n.t('common:comma', { lng: language });
      expect(marks).toContain(
        said.replace('{{codes}}', `${refusals['rotated-left']}${comma}${refusals.cropped}`),
      );
      expect(marks).toContain(corrected.replace('{{corrections}}', corrections['turn-half']));
      expect(marks).toContain(warnings['lungs-at-edge']);
      expect(marks).toContain(recovered);
    }
  });

  it('says nothing of a reading that nothing sets apart', () => {
    const plain = { ...shownStudy('film.png') };
    expect(englishMarks(circumstancesOf(plain))).toEqual([]);
  });

  it('leaves the free text of a DICOM window out', () => {
    const dicom = { window: 'Window: centre 40, width 400 (ANY (NAME))' } as never;
    const named = { ...study, film: { ...study.film, format: 'dicom' as const, dicom } };
    expect(reportFactsOf(exampleReading({ study: named })).window).toBe(
      'Window: centre 40, width 400',
    );
  });

  it('hashes the film’s file, and a network as sha256sum would', async () => {
    expect(await sourceHash(fileSource('abc'))).toBe(sha256('abc'));
    expect(await sourceHash({ kind: 'demo', name: 'demo' })).toBeNull();
    const files = { 'model.json': 'b'.repeat(64), 'group1.bin': 'a'.repeat(64) };
    expect(await weightsDigest(files)).toBe(
      sha256(`${'a'.repeat(64)}  group1.bin\n${'b'.repeat(64)}  model.json\n`),
    );
  });

  it('lists films by their place, those that were not read too', async () => {
    const problem = { code: 'no-lungs', message: '', advice: '' };
    const films = [
      entry(99, { status: 'done', study: overridden }),
      entry(98, { status: 'refused', film: null, problem, lungs: null } as never),
    ];
    const [names = [], ...rows] = await worklistRows(
      films,
      { status: 'unloaded' },
      new Date('2026-01-02T03:04:05Z'),
    );
    const [first, second] = rows.map((row) =>
      Object.fromEntries(names.map((name, i) => [name, row[i]])),
    );
    expect(first).toMatchObject({
      film: 1,
      status: 'done',
      answer: 'viral',
      p_tb: 0.2,
      lungs_edited: 'yes',
      gate_overridden: 'rotated-left cropped',
      corrections: 'turn-half',
      warnings: 'lungs-at-edge',
      recoveries: 'device-lost',
      marks: SENTENCES.join(' '),
      source_sha256: sha256('SECRETNAME.png'),
      exported: '2026-01-02T03:04:05.000Z',
    });
    expect(second).toMatchObject({ film: 2, status: 'refused', problem: 'no-lungs', p_tb: null });
    expect(JSON.stringify(rows)).not.toContain('SECRETNAME');
  });
});
