import { fileURLToPath } from 'node:url';
import { createEngine } from '../models/create-engine.ts';
import type { StartedEngine } from '../models/started-engine.ts';
import type { BackendChoice } from './args.ts';
import { folderSource } from './folder-source.ts';
import { offerWebGpu } from './offer-webgpu.ts';

/** The shipped networks. */
export const SHIPPED_MODELS = fileURLToPath(new URL('../../public/models/', import.meta.url));

/**
 * Loads the networks in the folder `models` and starts them under Node; says on stderr which backend it became.
 * Throws ModelError, CardError, or the signal's reason.
 */
export async function openEngine(
  backend: BackendChoice,
  signal: AbortSignal,
  models: string = SHIPPED_MODELS,
): Promise<StartedEngine> {
  if (backend === 'webgpu') await offerWebGpu();
  if (backend === 'auto') {
    await offerWebGpu().catch(() => {
      // Without the optional package there is no WebGPU to choose.
    });
  }
  const began = performance.now();
  const engine = await createEngine({ source: folderSource(models), preferred: backend, signal });
  for (const { backend: name, reason } of engine.rejected) console.error(`Not ${name}: ${reason}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.error(
    `Networks ready on ${engine.backend} (${engine.backendDescription}), ${seconds} s.`,
  );
  return engine;
}
