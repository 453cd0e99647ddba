import { type PDFPage, rgb } from '@cantoo/pdf-lib';
import type { RgbImage } from '../../../imaging/pictures/rgb-image.ts';
import { breakLines } from './break-lines.ts';
import { drawPicture } from './embedded-picture.ts';
import type { PaperColour } from './palette.ts';
import type { TextPainter, TextStyle } from './text-painter.ts';

/** Lines stand this far apart, in sizes of their type. */
const LEADING = 1.36;

/**
 * A page to set out, in points: `x` counts from the side where lines begin, `y` from the top. On a
 * sheet that is only measured nothing is drawn.
 */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Written against the page's direction: its lines begin at the other side. */
  turned(style: TextStyle): boolean;
  readonly measure: TextPainter['measure'];
  /** One line; `anchor` says which of its ends stands at `x`. */
  line(text: string, x: number, baseline: number, style: TextStyle, anchor?: 'start' | 'end'): void;
  /** How high a paragraph becomes. */
  heightOf(text: string, width: number, style: TextStyle): number;
  /** A paragraph whose first line has its top at `y`; returns where it ends. */
  paragraph(text: string, x: number, y: number, width: number, style: TextStyle): number;
  box(x: number, y: number, width: number, height: number, fill: PaperColour): void;
  picture(image: RgbImage, x: number, y: number, width: number, height: number): void;
}

export interface SheetOptions {
  readonly language: string;
  readonly rightToLeft: boolean;
  readonly measuredOnly: boolean;
}

export function createSheet(page: PDFPage, painter: TextPainter, options: SheetOptions): Sheet {
  const { width, height } = page.getSize();
  const { language, rightToLeft, measuredOnly } = options;
  const leftOf = (x: number, boxWidth: number) => (rightToLeft ? width - x - boxWidth : x);
  const broken = (text: string, lineWidth: number, style: TextStyle) =>
    breakLines(
      text,
      style.leftToRight ? 'en' : language,
      (line) => painter.measure(line, style) <= lineWidth,
    );
  const sheet: Sheet = {
    width,
    height,
    turned: ({ leftToRight = false, inPlace = false }) => rightToLeft && leftToRight && !inPlace,
    measure: painter.measure,
    line(text, x, baseline, style, anchor = 'start') {
      if (measuredOnly) return;
      const textWidth = painter.measure(text, style);
      const start = anchor === 'start' ? x : x - textWidth;
      painter.draw(text, leftOf(start, textWidth), baseline, style);
    },
    heightOf: (text, lineWidth, style) =>
      broken(text, lineWidth, style).length * LEADING * style.size,
    paragraph(text, x, y, paragraphWidth, style) {
      const lines = broken(text, paragraphWidth, style);
      const turned = sheet.turned(style);
      lines.forEach((line, i) => {
        const at = turned ? x + paragraphWidth : x;
        const baseline = y + (i * LEADING + 1) * style.size;
        sheet.line(line, at, baseline, style, turned ? 'end' : 'start');
      });
      return y + lines.length * LEADING * style.size;
    },
    box(x, y, boxWidth, boxHeight, fill) {
      if (measuredOnly) return;
      page.drawRectangle({
        x: leftOf(x, boxWidth),
        y: height - y - boxHeight,
        width: boxWidth,
        height: boxHeight,
        color: rgb(fill[0], fill[1], fill[2]),
      });
    },
    picture(image, x, y, boxWidth, boxHeight) {
      if (measuredOnly) return;
      const place = { x: leftOf(x, boxWidth), y: height - y - boxHeight };
      drawPicture(page, image, { ...place, width: boxWidth, height: boxHeight });
    },
  };
  return sheet;
}
