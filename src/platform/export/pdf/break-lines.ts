/** Chinese has no blanks: its words come from the browser's own dictionary. */
const WITHOUT_BLANKS = /^(zh|ja|th)\b/;
const NOT_FIRST = /^[，。、；：！？）》」』”’%…,.;:!?)\]]/;
const NOT_LAST = /[（《「『“‘([]$/;

/** What may stand on a line of its own, its blanks behind it. */
function pieces(text: string, language: string): string[] {
  if (!WITHOUT_BLANKS.test(language)) return text.split(/(?<= )/);
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  const out: string[] = [];
  for (const { segment } of words) {
    const last = out.at(-1);
    const glued = last !== undefined && (NOT_FIRST.test(segment) || NOT_LAST.test(last));
    if (glued || (segment === ' ' && last !== undefined)) out[out.length - 1] = last + segment;
    else out.push(segment);
  }
  return out;
}

/** A piece that no line can hold, such as a hash, in parts that lines can. */
function cut(piece: string, fits: (line: string) => boolean): string[] {
  const parts = [''];
  for (const character of piece) {
    const longer = parts.at(-1) + character;
    if (parts.at(-1) === '' || fits(longer)) parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}

/** A text as lines that `fits` accepts, broken between words where that is possible. */
export function breakLines(
  text: string,
  language: string,
  fits: (line: string) => boolean,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, language)) {
    if (fits((line + piece).trimEnd())) {
      line += piece;
      continue;
    }
    if (line) lines.push(line.trimEnd());
    const parts = fits(piece.trimEnd()) ? [piece] : cut(piece, fits);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  if (line) lines.push(line.trimEnd());
  return lines;
}
