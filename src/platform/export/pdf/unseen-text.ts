import {
  beginText,
  endText,
  PDFHexString,
  type PDFName,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setCharacterSqueeze,
  setFontAndSize,
  setTextMatrix,
  showText,
} from '@cantoo/pdf-lib';
import { CODES_PER_FONT, unseenFont } from './unseen-font.ts';
import { visualOrder } from './visual-order.ts';

/** Where a line that something else draws stands on the page, in points from its top left. */
export interface SeenLine {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
}

interface Place {
  readonly font: number;
  readonly code: number;
}

/** Every character of the lines in its place in a list of fonts. */
function placesOf(lines: readonly (readonly string[])[]): ReadonlyMap<string, Place> {
  const characters = [...new Set(lines.flat())];
  return new Map(
    characters.map((character, i) => [
      character,
      { font: Math.floor(i / CODES_PER_FONT), code: i % CODES_PER_FONT },
    ]),
  );
}

/** Stretches of characters that one font has. */
function runsOf(places: readonly Place[]): Place[][] {
  const runs: Place[][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last?.[0]?.font === place.font) last.push(place);
    else runs.push([place]);
  }
  return runs;
}

const hexOf = (run: readonly Place[]) =>
  PDFHexString.of(run.map(({ code }) => code.toString(16).padStart(2, '0')).join(''));

/**
 * Lays text that is not seen over lines that are a picture, so that a reader can search and copy
 * them, as scanners' text recognition does. Its characters stand from left to right as they are
 * seen, which is what readers of PDF take apart; all of a line are equally wide.
 */
export function layUnseenText(page: PDFPage, seen: readonly SeenLine[]): void {
  const lines = seen
    .map((line) => ({ ...line, characters: visualOrder(line.text, line.direction) }))
    .filter(({ characters }) => characters.length > 0);
  const places = placesOf(lines.map(({ characters }) => characters));
  const characters = [...places.keys()];
  const fonts: PDFName[] = [];
  for (let at = 0; at < characters.length; at += CODES_PER_FONT) {
    const font = unseenFont(page.doc, characters.slice(at, at + CODES_PER_FONT));
    fonts.push(page.node.newFontDictionary('Unseen', font));
  }
  page.pushOperators(pushGraphicsState(), beginText());
  for (const { characters, x, baseline, width, size } of lines) {
    const advance = width / characters.length;
    let at = x;
    for (const run of runsOf(characters.map((character) => places.get(character) as Place))) {
      page.pushOperators(
        setFontAndSize(fonts[run[0]?.font as number] as PDFName, size),
        setCharacterSqueeze((100 * advance) / size),
        setTextMatrix(1, 0, 0, 1, at, page.getHeight() - baseline),
        showText(hexOf(run)),
      );
      at += run.length * advance;
    }
  }
  page.pushOperators(endText(), popGraphicsState());
}
