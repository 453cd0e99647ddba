import fontkit from '@cantoo/fontkit';
import { type PDFPage, rgb } from '@cantoo/pdf-lib';
import { PAPER } from './palette.ts';
import type { TextPainter, TextStyle } from './text-painter.ts';

/** A typeface in two weights, as files that fontkit can take apart: TrueType, WOFF. */
export interface Typeface {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** The typeface has the ordinary no-break blank only. */
const plain = (text: string) => text.replaceAll('\u202F', '\u00A0');

/** Text that can be selected and searched, for scripts that need no shaping: only what is used of
 * the typeface goes into the file. */
export async function fontPainter(page: PDFPage, typeface: Typeface): Promise<TextPainter> {
  page.doc.registerFontkit(fontkit);
  const regular = await page.doc.embedFont(typeface.regular, { subset: true });
  const bold = await page.doc.embedFont(typeface.bold, { subset: true });
  const fontOf = (style: TextStyle) => (style.bold ? bold : regular);
  return {
    measure: (text, style) => fontOf(style).widthOfTextAtSize(plain(text), style.size),
    draw(text, x, baseline, style) {
      const [red, green, blue] = style.muted ? PAPER.muted : PAPER.ink;
      page.drawText(plain(text), {
        x,
        y: page.getHeight() - baseline,
        size: style.size,
        font: fontOf(style),
        color: rgb(red, green, blue),
      });
    },
    finish: () => {},
  };
}
