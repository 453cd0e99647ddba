import { PAPER } from './palette.ts';
import { innerWidth, MARGIN, type SetPart } from './set-part.ts';

const EDGE = 3;
const PADDING = 8;

export const setHead: SetPart = (sheet, { program, title, date }, y, scale) => {
  const baseline = y + 13 * scale;
  sheet.line(program, MARGIN, baseline, { size: 15 * scale, bold: true });
  const small = { size: 8.5 * scale, muted: true };
  sheet.line(date, sheet.width - MARGIN, baseline, small, 'end');
  return sheet.paragraph(title, MARGIN, baseline + 4, innerWidth(sheet), small) + 6 * scale;
};

/** What nobody may overlook, and what the program is for. */
export const setNotice: SetPart = (sheet, { notice, intendedUse }, y, scale) => {
  const bold = { size: 10 * scale, bold: true };
  const small = { size: 8 * scale };
  const x = MARGIN + EDGE + PADDING;
  const width = innerWidth(sheet) - EDGE - 2 * PADDING;
  const height =
    sheet.heightOf(notice, width, bold) + sheet.heightOf(intendedUse, width, small) + 2 * PADDING;
  sheet.box(MARGIN, y, innerWidth(sheet), height, PAPER.noticeBed);
  sheet.box(MARGIN, y, EDGE, height, PAPER.noticeEdge);
  const below = sheet.paragraph(notice, x, y + PADDING - 1, width, bold);
  sheet.paragraph(intendedUse, x, below + 1, width, small);
  return y + height + 10 * scale;
};
