import type { BackendName } from '../../models/engine.ts';

const KEY = 'backend';

/** Ways of computing, fastest first. */
export const BACKENDS: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** The backend that a person chose on this device; null for the fastest that works. */
export function readChosenBackend(): BackendName | null {
  try {
    const found = localStorage.getItem(KEY);
    return BACKENDS.find((name) => name === found) ?? null;
  } catch {
    return null;
  }
}

export function keepChosenBackend(backend: BackendName | null): void {
  try {
    if (backend === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, backend);
  } catch {
    // It holds for this page only, then.
  }
}
