import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
/** Marks that only steer the order of others; nothing of them is to be seen or found. */
const STEERING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const LOW_SURROGATE = /[\uDC00-\uDFFF]/;

/**
 * The characters of one line from left to right as they stand on the page, by the Unicode
 * bidirectional algorithm (UAX 9): in a line of Arabic, names and numbers run the other way.
 */
export function visualOrder(line: string, direction: 'ltr' | 'rtl'): string[] {
  const levels = bidi.getEmbeddingLevels(line, direction);
  return bidi.getReorderedIndices(line, levels).flatMap((at) => {
    const unit = line[at] as string;
    if (STEERING.test(unit) || LOW_SURROGATE.test(unit)) return [];
    return String.fromCodePoint(line.codePointAt(at) as number);
  });
}
