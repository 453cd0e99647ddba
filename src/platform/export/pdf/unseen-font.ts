import { type PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';

/** A simple font has codes of one byte (ISO 32000-1, 9.6.1). */
export const CODES_PER_FONT = 256;
/** Widths and boxes of the font in thousandths of its size. */
const EM = 1000;
/** A map may hold so many lines in one section (Adobe Technical Note 5014, 1.4.1). */
const MOST_LINES = 100;

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** A character as its UTF-16 code units, big endian. */
const utf16 = (character: string) =>
  Array.from({ length: character.length }, (_, i) => hex(character.charCodeAt(i), 4)).join('');

/** What each code means in Unicode (ISO 32000-1, 9.10.3). */
function toUnicode(characters: readonly string[]): string {
  const lines = characters.map((character, code) => `<${hex(code, 2)}> <${utf16(character)}>`);
  const sections: string[] = [];
  for (let at = 0; at < lines.length; at += MOST_LINES) {
    const section = lines.slice(at, at + MOST_LINES);
    sections.push(`${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <00> <FF> endcodespacerange',
    ...sections,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

/**
 * A Type 3 font (ISO 32000-1, 9.6.5) whose glyphs are one em wide and draw nothing: its text can be
 * searched, selected and copied, and is not seen. The code of a character is its place in the list.
 */
export function unseenFont({ context }: PDFDocument, characters: readonly string[]): PDFRef {
  const glyph = context.register(context.flateStream(`${EM} 0 d0`));
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type3',
      FontBBox: [0, -0.2 * EM, EM, 0.9 * EM],
      FontMatrix: [1 / EM, 0, 0, 1 / EM, 0, 0],
      CharProcs: { blank: glyph },
      Resources: {},
      Encoding: {
        Type: 'Encoding',
        Differences: [0, ...characters.map(() => PDFName.of('blank'))],
      },
      FirstChar: 0,
      LastChar: characters.length - 1,
      Widths: characters.map(() => EM),
      ToUnicode: context.register(context.flateStream(toUnicode(characters))),
    }),
  );
}
