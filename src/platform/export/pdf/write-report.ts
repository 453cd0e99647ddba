import { PageSizes, PDFDocument } from '@cantoo/pdf-lib';
import { canvasPainter } from './canvas-painter.ts';
import { fontPainter, type Typeface } from './font-painter.ts';
import type { ReportContent } from './report-content.ts';
import { setReport } from './set-report.ts';
import { createSheet } from './sheet.ts';

/**
 * A report as a PDF of one page, A4. With a typeface its words are text; without one, for scripts
 * that the typeface lacks, the browser draws them.
 */
export async function writeReport(
  content: ReportContent,
  typeface: Typeface | null,
  created: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const doc = await PDFDocument.create();
  doc.setTitle(content.title, { showInWindowTitleBar: true });
  doc.setSubject(content.notice);
  doc.setCreator(content.program);
  doc.setProducer(content.program);
  doc.setLanguage(content.language);
  doc.setCreationDate(created);
  doc.setModificationDate(created);
  const page = doc.addPage(PageSizes.A4);
  const painter = typeface
    ? await fontPainter(page, typeface)
    : canvasPainter(page, content.language, content.dir);
  const options = { language: content.language, rightToLeft: content.dir === 'rtl' };
  setReport(
    createSheet(page, painter, { ...options, measuredOnly: false }),
    createSheet(page, painter, { ...options, measuredOnly: true }),
    content,
  );
  painter.finish();
  return new Uint8Array(await doc.save());
}
