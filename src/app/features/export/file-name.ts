/** What a film's export is called: by its number in the list, never by the name of its file. */
export function exportName(filmNumber: number, part: string, extension: string): string {
  return `manet-film-${filmNumber}-${part}.${extension}`;
}
