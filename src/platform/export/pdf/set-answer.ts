import { PAPER } from './palette.ts';
import { innerWidth, MARGIN, type SetPart } from './set-part.ts';

const NAME_WIDTH = 132;
const PERCENT_WIDTH = 64;
const BAR_HEIGHT = 8;
const MARK_SIZE = 4;

const setWords: SetPart = (sheet, { answer, marks }, y, scale) => {
  const width = innerWidth(sheet);
  let at = sheet.paragraph(answer.overline, MARGIN, y, width, { size: 8 * scale, muted: true });
  at = sheet.paragraph(answer.headline, MARGIN, at, width, { size: 16 * scale, bold: true });
  at = sheet.paragraph(answer.reason, MARGIN, at, width, { size: 8.5 * scale });
  for (const mark of marks) {
    const style = { size: 8.5 * scale, bold: true };
    sheet.box(MARGIN, at + 4 * scale, MARK_SIZE, MARK_SIZE, PAPER.noticeEdge);
    at = sheet.paragraph(mark, MARGIN + 10, at, width - 10, style);
  }
  return at + 5 * scale;
};

/** The five classes as a table of bars, with the band in which nothing is named. */
const setBars: SetPart = (sheet, { bars, threshold }, y, scale) => {
  const x = MARGIN + NAME_WIDTH;
  const full = innerWidth(sheet) - NAME_WIDTH - PERCENT_WIDTH;
  const step = 14.5 * scale;
  bars.forEach(({ name, share, percent, top }, i) => {
    const row = y + i * step;
    const style = { size: 9 * scale, bold: top };
    sheet.line(name, MARGIN, row + 9 * scale, style);
    sheet.line(percent, sheet.width - MARGIN, row + 9 * scale, style, 'end');
    const bar = row + (step - BAR_HEIGHT) / 2 - 1;
    sheet.box(x, bar, full, BAR_HEIGHT, PAPER.track);
    if (threshold) sheet.box(x, bar, full * threshold.share, BAR_HEIGHT, PAPER.band);
    sheet.box(x, bar + 1, full * share, BAR_HEIGHT - 2, top ? PAPER.barTop : PAPER.bar);
  });
  const bottom = y + bars.length * step;
  if (!threshold) return bottom + 6 * scale;
  sheet.box(x + full * threshold.share - 0.5, y - 1, 1, bottom - y, PAPER.threshold);
  const note = { size: 7.5 * scale, muted: true };
  return sheet.paragraph(threshold.text, x, bottom, full, note) + 7 * scale;
};

export const setAnswer: SetPart = (sheet, content, y, scale) =>
  setBars(sheet, content, setWords(sheet, content, y, scale), scale);
