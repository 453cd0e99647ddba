/** tfjs-backend-wasm 4.22 starts that many workers at once and can use no more (its cc/BUILD). */
const MAX_THREADS = 8;

/** Half the logical cores, as tfjs does since two often share one core, but two where there are two. */
export function defaultThreads(logicalCores: number): number {
  const wanted = Math.max(Math.floor(logicalCores / 2), 2);
  return Math.min(wanted, logicalCores, MAX_THREADS);
}

/**
 * Runs `start` while the browser seems to have twice `threads` cores: whatever setThreadsCount was
 * told, tfjs's WASM takes no more than half of navigator.hardwareConcurrency (its cc/backend.cc), so
 * that a machine with two cores would compute on one.
 */
export async function withThreads<T>(threads: number, start: () => Promise<T>): Promise<T> {
  Object.defineProperty(navigator, 'hardwareConcurrency', {
    configurable: true,
    value: 2 * threads,
  });
  try {
    return await start();
  } finally {
    // Uncovers the browser's own property.
    Reflect.deleteProperty(navigator, 'hardwareConcurrency');
  }
}
