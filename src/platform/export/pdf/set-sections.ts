import { PAPER } from './palette.ts';
import type { ReportSection } from './report-content.ts';
import { innerWidth, MARGIN, type SetPart } from './set-part.ts';
import type { Sheet } from './sheet.ts';

const COLUMN_GAP = 22;

interface Column {
  readonly x: number;
  readonly width: number;
  /** Of it, what the names of facts take. */
  readonly names: number;
}

function setSection(
  sheet: Sheet,
  { heading, facts = [], points = [] }: ReportSection,
  { x, width, names }: Column,
  y: number,
  scale: number,
): number {
  sheet.box(x, y, width, 0.6, PAPER.line);
  const bold = { size: 9 * scale, bold: true };
  let at = sheet.paragraph(heading, x, y + 5 * scale, width, bold) + 1.5 * scale;
  const small = { size: 7.8 * scale };
  for (const { name, value, leftToRight = false } of facts) {
    const below = sheet.paragraph(name, x, at, names - 6, { ...small, muted: true });
    const style = { ...small, leftToRight, inPlace: true };
    at = Math.max(below, sheet.paragraph(value, x + names, at, width - names, style));
  }
  for (const { text, leftToRight = false } of points) {
    const style = { ...small, leftToRight };
    // The point stands where its lines begin.
    const turned = sheet.turned(style);
    sheet.box(turned ? x + width - 3 : x + 1, at + 4.2 * scale, 2, 2, PAPER.muted);
    at = sheet.paragraph(text, turned ? x : x + 8, at, width - 8, style) + 1;
  }
  return at + 7 * scale;
}

export const setSections: SetPart = (sheet, { columns, rows }, y, scale) => {
  const width = (innerWidth(sheet) - COLUMN_GAP) / 2;
  const ends = columns.map((section, i) =>
    setSection(
      sheet,
      section,
      { x: MARGIN + i * (width + COLUMN_GAP), width, names: 78 },
      y,
      scale,
    ),
  );
  return rows.reduce(
    (at, section) =>
      setSection(sheet, section, { x: MARGIN, width: innerWidth(sheet), names: 132 }, at, scale),
    Math.max(...ends),
  );
};
