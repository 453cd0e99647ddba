import { ModelError } from '../models/model-error.ts';

/** What Dawn's package for Node offers: navigator.gpu's maker, and the constants of the standard. */
export interface Dawn {
  create(flags: readonly string[]): GPU;
  readonly globals: Readonly<Record<string, unknown>>;
}

function importDawn(): Promise<Dawn> {
  // Not a literal: the package is no dependency, and nothing should look for it beforehand.
  const name = 'webgpu';
  return import(name);
}

/**
 * Gives Node a `navigator.gpu`, if the optional package "webgpu" (Dawn) is installed.
 * Throws ModelError 'no-backend' where it is not, or does not run here.
 */
export async function offerWebGpu(load: () => Promise<Dawn> = importDawn): Promise<void> {
  try {
    const dawn = await load();
    Object.assign(globalThis, dawn.globals);
    // Node has a navigator from version 21 on; tfjs reads its userAgent.
    const userAgent = globalThis.navigator?.userAgent ?? `Node.js/${process.versions.node}`;
    const value = { userAgent, gpu: dawn.create([]) };
    Object.defineProperty(globalThis, 'navigator', { value, configurable: true });
  } catch (cause) {
    throw new ModelError(
      'no-backend',
      'WebGPU is not available: the optional package "webgpu" is missing or does not run here.',
      'Install it (npm install --no-save webgpu), or use --backend wasm.',
      { cause },
    );
  }
}
