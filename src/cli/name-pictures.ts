import { parse } from 'node:path';

/**
 * Gives every film a name for its pictures that no other film of the run has, whatever the case of
 * its letters: sub-folders are kept and the file's ending dropped ("a/x.png" -> "a/x"); where that
 * is taken, the ending stays ("a/x.jpg"), and then a number follows ("a/x.jpg-2").
 */
export function createPictureNames(): (below: string) => string {
  const taken = new Set<string>();

  function take(name: string): boolean {
    const key = name.toLowerCase();
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  }

  return (below) => {
    const { dir, name, base } = parse(below);
    const inFolder = (file: string) => (dir === '' ? file : `${dir}/${file}`);
    if (take(inFolder(name))) return inFolder(name);
    if (take(inFolder(base))) return inFolder(base);
    for (let number = 2; ; number++) {
      const numbered = inFolder(`${base}-${number}`);
      if (take(numbered)) return numbered;
    }
  };
}
