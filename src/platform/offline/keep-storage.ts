/** What the browser promises about this app's files. */
export type Persistence = 'kept' | 'may-be-cleared' | 'unknown';

const answer = (persisted: boolean): Persistence => (persisted ? 'kept' : 'may-be-cleared');

/** What was promised so far; asks nobody. */
export async function readPersistence(): Promise<Persistence> {
  const persisted = await navigator.storage?.persisted?.().catch(() => null);
  return typeof persisted === 'boolean' ? answer(persisted) : 'unknown';
}

/** Asks the browser, which may ask its user, not to clear the files when the disk fills up. */
export async function askForPersistence(): Promise<Persistence> {
  const persisted = await navigator.storage?.persist?.().catch(() => null);
  return typeof persisted === 'boolean' ? answer(persisted) : 'unknown';
}
