/** How long a page that is just closing may take to let go. */
const PATIENCE_MS = 1500;

/**
 * Whether this tab has the session, which one tab at a time has; it keeps it until it is closed.
 * Two tabs that read the same queue would read every film twice.
 */
export function holdSession(): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request('manet-session', { signal: AbortSignal.timeout(PATIENCE_MS) }, () => {
        resolve(true);
        // Held until the page goes.
        return new Promise<never>(() => {});
      })
      .catch(() => resolve(false));
  });
}
