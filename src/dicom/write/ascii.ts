/**
 * Our own texts in DICOM's default repertoire, which every character set contains: then fields that
 * were copied from a source file keep that file's character set. Line breaks become blanks, other
 * characters beyond the repertoire a question mark, backslashes a slash; cut to `longest`.
 */
export function ascii(text: string, longest = Number.POSITIVE_INFINITY): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .replaceAll('\\', '/')
    .replace(/[^\x20-\x7e]/gu, '?');
  return plain.length > longest ? plain.slice(0, longest) : plain;
}
