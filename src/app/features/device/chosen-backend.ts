import type { BackendName } from '../../../models/engine.ts';
import { keepText, readKept } from '../../../platform/storage/kept-text.ts';

const KEY = 'backend';

/** Ways of computing, fastest first. */
export const BACKENDS: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** The backend that a person chose on this device; null for the fastest that works. */
export function readChosenBackend(): BackendName | null {
  const kept = readKept(KEY);
  return BACKENDS.find((name) => name === kept) ?? null;
}

export function keepChosenBackend(backend: BackendName | null): void {
  keepText(KEY, backend);
}
