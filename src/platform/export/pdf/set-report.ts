import type { ReportContent } from './report-content.ts';
import { setAnswer } from './set-answer.ts';
import { setHead, setNotice } from './set-head.ts';
import { innerWidth, MARGIN } from './set-part.ts';
import { setPictures } from './set-pictures.ts';
import { setSections } from './set-sections.ts';
import type { Sheet } from './sheet.ts';

const TOP = 36;
const FOOTER_SIZE = 7;
/** Steps by which type gets smaller until everything fits on one page. */
const SCALES = [1.08, 1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7] as const;

function setParts(sheet: Sheet, content: ReportContent, scale: number): number {
  return [setHead, setNotice, setPictures, setAnswer, setSections].reduce(
    (y, set) => set(sheet, content, y, scale),
    TOP,
  );
}

/**
 * Sets the whole report on one page; `measured` is the same page without ink. Returns the scale of
 * its type, or null where even the smallest runs into the foot of the page.
 */
export function setReport(sheet: Sheet, measured: Sheet, content: ReportContent): number | null {
  const style = { size: FOOTER_SIZE, muted: true };
  const footer = sheet.height - 26 - sheet.heightOf(content.footer, innerWidth(sheet), style);
  const scale = SCALES.find((one) => setParts(measured, content, one) <= footer) ?? null;
  setParts(sheet, content, scale ?? (SCALES.at(-1) as number));
  sheet.paragraph(content.footer, MARGIN, footer, innerWidth(sheet), style);
  return scale;
}
