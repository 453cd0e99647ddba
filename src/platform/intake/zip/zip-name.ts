const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const LATIN_1 = new TextDecoder('windows-1252');

/**
 * A path in an archive, for people to read; it names no place on any disk. Many programs write
 * UTF-8 without the flag that says so (APPNOTE appendix D), so the bytes themselves decide. Steps
 * upwards and leading slashes, which only traps have, are dropped.
 */
export function readZipName(bytes: Uint8Array): string {
  let name: string;
  try {
    name = UTF_8.decode(bytes);
  } catch {
    name = LATIN_1.decode(bytes);
  }
  const parts = name.replaceAll('\\', '/').split('/');
  const kept = parts.filter(
    (part, index) => part !== '.' && part !== '..' && (part !== '' || index === parts.length - 1),
  );
  return kept.join('/');
}
