import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PageSizes, PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { reportContentOf } from '../../../src/app/features/export/report-content-of.ts';
import { createI18n, speak } from '../../../src/app/i18n/i18n.ts';
import { LANGUAGES, type Language } from '../../../src/app/i18n/languages.ts';
import { createSpeech } from '../../../src/app/i18n/speech.ts';
import { fontPainter } from '../../../src/platform/export/pdf/font-painter.ts';
import { setReport } from '../../../src/platform/export/pdf/set-report.ts';
import { createSheet } from '../../../src/platform/export/pdf/sheet.ts';
import type { TextPainter, TextStyle } from '../../../src/platform/export/pdf/text-painter.ts';
import { layUnseenText, type SeenLine } from '../../../src/platform/export/pdf/unseen-text.ts';
import { writeReport } from '../../../src/platform/export/pdf/write-report.ts';
import { exampleReading, exampleStudy } from '../../app/features/export/example-reading.ts';
import { runTool } from '../../dicom/write/find-tool.ts';

const font = (weight: number) =>
  readFileSync(
    new URL(
      `../../../node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff`,
      import.meta.url,
    ),
  );
const TYPEFACE = { regular: font(400), bold: font(600) };

async function contentIn(language: Language) {
  const i18n = createI18n();
  // The page's language and direction are the app's affair.
  globalThis.document ??= { documentElement: {} } as Document;
  await speak(i18n, language);
  const probabilities = { normal: 0.41, covid19: 0.02, tb: 0.03, bacterial: 0.16, viral: 0.38 };
  const study = exampleStudy({
    probabilities,
    label: 'normal',
    indeterminate: true,
    lungsEdited: true,
    gateOverridden: ['inverted', 'cropped'],
    corrections: ['invert', 'turn-clockwise'],
    warnings: ['mirrored', 'lungs-at-edge', 'adult', 'unfamiliar'],
    recoveries: [{ code: 'device-lost', backend: 'webgl' }],
  });
  return reportContentOf(exampleReading({ study }), 'normal', createSpeech(i18n, language));
}

const LATIN = ['en', 'es', 'fr'] as const;

describe.each(LATIN)('a report in %s', (language) => {
  it('is a PDF of one page whose text an independent reader finds', async ({ skip }) => {
    const content = await contentIn(language);
    const bytes = await writeReport(content, TYPEFACE, new Date(2026, 0, 2));
    const doc = await PDFDocument.load(bytes);
    expect(doc.getPageCount()).toBe(1);
    expect(doc.getTitle()).toBe(content.title);
    expect(Buffer.from(bytes).includes('SECRETNAME')).toBe(false);

    const path = join(mkdtempSync(join(tmpdir(), 'report-')), `${language}.pdf`);
    writeFileSync(path, bytes);
    const told = runTool('pdftotext', '-layout', path, '-') ?? skip('pdftotext is not installed');
    const words = told.replace(/\s+/g, ' ');
    const blanks = (text: string) => text.replace(/\s+/g, ' ');
    expect(words).toContain(blanks(content.notice));
    expect(content.marks).toHaveLength(9);
    for (const mark of content.marks) expect(words).toContain(blanks(mark));
    expect(words).toContain('ab'.repeat(32));
    expect(words).toContain('ef'.repeat(32));
    for (const { name, percent } of content.bars) {
      expect(words).toContain(blanks(name));
      expect(words).toContain(blanks(percent));
    }
    expect(words).not.toContain('SECRETNAME');
  });

  it('uses no letter that the typeface lacks', async () => {
    const { pictures, ...words } = await contentIn(language);
    const doc = await PDFDocument.create();
    await fontPainter(doc.addPage(), TYPEFACE);
    const embedded = await doc.embedFont(TYPEFACE.regular);
    const has = new Set(embedded.getCharacterSet());
    const text = JSON.stringify(words) + pictures.map(({ caption }) => caption).join('');
    const missing = [...new Set(text.replaceAll('\u202F', ' '))].filter(
      (letter) => !has.has(letter.codePointAt(0) as number),
    );
    expect(missing).toEqual([]);
  });
});

/** As wide as a letter of the script is on average, in sizes of its type. */
const LETTER_WIDTH = { zh: 1, ar: 0.5 } as const;

describe.each(['zh', 'ar'] as const)('a report in %s, which the browser draws', (language) => {
  it('holds its text unseen, so that an independent reader finds it', async ({ skip }) => {
    const content = await contentIn(language);
    const doc = await PDFDocument.create();
    const page = doc.addPage(PageSizes.A4);
    const seen: SeenLine[] = [];
    const direction = (style: TextStyle) => (style.leftToRight ? 'ltr' : content.dir);
    const measure = (text: string, { size }: TextStyle) =>
      text.length * LETTER_WIDTH[language] * size;
    const painter: TextPainter = {
      measure,
      draw: (text, x, baseline, style) => {
        const width = measure(text, style);
        seen.push({ text, direction: direction(style), x, baseline, width, size: style.size });
      },
      finish: () => layUnseenText(page, seen),
    };
    const sheet = (measuredOnly: boolean) =>
      createSheet(page, painter, { language, rightToLeft: content.dir === 'rtl', measuredOnly });
    setReport(sheet(false), sheet(true), content);
    painter.finish();

    const path = join(mkdtempSync(join(tmpdir(), 'report-')), `${language}.pdf`);
    writeFileSync(path, await doc.save());
    const told = runTool('pdftotext', '-layout', path, '-') ?? skip('pdftotext is not installed');
    // Lines break anywhere in Chinese; readers add marks of direction around what runs from the
    // left, and pdftotext takes the hyphen before an Arabic name's number behind it.
    const bare = (text: string) => text.replace(/[-\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
    const words = bare(told);
    expect(words).toContain(bare(content.notice));
    expect(content.marks).toHaveLength(9);
    for (const mark of content.marks) expect(words).toContain(bare(mark));
    for (const { name, percent } of content.bars) {
      expect(words).toContain(bare(name));
      expect(words).toContain(bare(percent));
    }
    expect(words).toContain('ab'.repeat(32));
  });
});

describe('a report in any language', () => {
  it.each(Object.keys(LANGUAGES) as Language[])('fits on one page: %s', async (language) => {
    const content = await contentIn(language);
    const page = (await PDFDocument.create()).addPage();
    // Chinese letters are as wide as high; Inter's are a little over half as wide.
    const wide = language === 'zh' ? 1 : 0.56;
    const drawn: string[] = [];
    const painter = {
      measure: (text: string, { size }: { size: number }) => text.length * wide * size,
      draw: (text: string, x: number, baseline: number) => {
        expect(x).toBeGreaterThan(0);
        expect(baseline).toBeLessThan(page.getHeight() - 20);
        drawn.push(text);
      },
      finish: () => {},
    };
    const sheet = (measuredOnly: boolean) =>
      createSheet(page, painter, { language, rightToLeft: content.dir === 'rtl', measuredOnly });
    expect(setReport(sheet(false), sheet(true), content)).toBeGreaterThanOrEqual(0.8);
    expect(drawn.join(' ')).toContain(content.answer.overline);
  });
});
