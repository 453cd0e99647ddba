/** The files of a language, "./cases.json" and so on, by their namespaces. */
export function toCatalogue(files: Readonly<Record<string, object>>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.slice('./'.length, -'.json'.length), texts]),
  );
}
