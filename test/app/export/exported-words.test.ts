import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commentsOf } from '../../../src/app/export/comments-of.ts';
import { reportFactsOf } from '../../../src/app/export/report-facts-of.ts';
import { sourceHash } from '../../../src/app/export/source-hash.ts';
import { weightsDigest } from '../../../src/app/export/weights-digest.ts';
import { worklistRows } from '../../../src/app/export/worklist-rows.ts';
import type { FilmEntry } from '../../../src/app/store/film-state.ts';
import { fileSource } from '../fakes.ts';
import { exampleReading, exampleStudy } from './example-reading.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const study = exampleStudy({ lungsEdited: true });
const overridden = { ...study, gateOverridden: ['rotated'] as never };

function entry(id: number, state: FilmEntry['state']): FilmEntry {
  return { id, source: fileSource('SECRETNAME.png'), state } as FilmEntry;
}

describe('what exports say', () => {
  it('tells what a person did to the reading, and never the name of the file', () => {
    const reading = exampleReading({ study: overridden });
    expect(reportFactsOf(reading)).toMatchObject({
      lungsEdited: true,
      gateOverridden: ['rotated'],
      synthetic: true,
    });
    const comments = commentsOf(reading);
    expect(comments).toContain('Not a medical device.');
    expect(comments).toContain('edited by hand');
    expect(comments).toContain('read anyway: rotated.');
    expect(comments).toContain('ef'.repeat(32));
    expect(comments).not.toContain('SECRETNAME');
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
      gate_overridden: 'rotated',
      source_sha256: sha256('SECRETNAME.png'),
      exported: '2026-01-02T03:04:05.000Z',
    });
    expect(second).toMatchObject({ film: 2, status: 'refused', problem: 'no-lungs', p_tb: null });
    expect(JSON.stringify(rows)).not.toContain('SECRETNAME');
  });
});
