/** A file that a card vouches for. */
export interface ModelFile {
  /** Below the folder of models, such as "resunet/model.json". */
  readonly path: string;
  readonly sha256: string;
}

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The files that a card.json lists, or null where it is no such card. Only what the store needs is
 * looked at: whoever uses the card parses it whole, and says what is wrong with it.
 */
export function cardFiles(folder: string, card: Uint8Array): ModelFile[] | null {
  let files: unknown;
  try {
    files = JSON.parse(new TextDecoder().decode(card))?.files;
  } catch {
    return null;
  }
  if (typeof files !== 'object' || files === null) return null;
  const listed = Object.entries(files).map(([name, sha256]) => ({
    path: `${folder}/${name}`,
    sha256: String(sha256),
  }));
  return listed.every(({ sha256 }) => SHA256.test(sha256)) ? listed : null;
}
