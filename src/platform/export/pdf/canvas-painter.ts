import type { PDFPage } from '@cantoo/pdf-lib';
import { drawInk } from './embedded-picture.ts';
import type { TextPainter, TextStyle } from './text-painter.ts';
import { layUnseenText, type SeenLine } from './unseen-text.ts';

const DOTS_PER_INCH = 300;
const DOTS_PER_POINT = DOTS_PER_INCH / 72;
const FAMILY = 'Inter, system-ui, sans-serif';
/** Ink of the page, and how much of it muted text takes. */
const INK = 28;
const MUTED = 0.72;

/**
 * Text as the browser shapes it, with the fonts of the device, laid over the page as one soft mask:
 * for Arabic and Chinese, whose fonts are too large to ship and, for Arabic, need shaping. Over the
 * picture lies the same text unseen, for searching and copying.
 */
export function canvasPainter(
  page: PDFPage,
  language: string,
  direction: 'ltr' | 'rtl',
): TextPainter {
  const canvas = document.createElement('canvas');
  canvas.lang = language;
  canvas.width = Math.round(page.getWidth() * DOTS_PER_POINT);
  canvas.height = Math.round(page.getHeight() * DOTS_PER_POINT);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas to draw text on');
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  const seen: SeenLine[] = [];

  const directionOf = ({ leftToRight }: TextStyle) => (leftToRight ? 'ltr' : direction);
  const prepare = (style: TextStyle) => {
    context.font = `${style.bold ? 600 : 400} ${style.size * DOTS_PER_POINT}px ${FAMILY}`;
    context.direction = directionOf(style);
  };
  const measure = (text: string, style: TextStyle) => {
    prepare(style);
    return context.measureText(text).width / DOTS_PER_POINT;
  };
  return {
    measure,
    draw(text, x, baseline, style) {
      const width = measure(text, style);
      seen.push({ text, direction: directionOf(style), x, baseline, width, size: style.size });
      context.globalAlpha = style.muted ? MUTED : 1;
      context.fillText(text, x * DOTS_PER_POINT, baseline * DOTS_PER_POINT);
    },
    finish() {
      const { width, height } = canvas;
      const rgba = context.getImageData(0, 0, width, height).data;
      const data = new Uint8Array(width * height);
      for (let i = 0; i < data.length; i++) data[i] = rgba[i * 4 + 3] as number;
      const box = { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() };
      drawInk(page, { width, height, data }, INK, box);
      layUnseenText(page, seen);
    },
  };
}
