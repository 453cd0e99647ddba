import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../models/create-engine.ts';
import { MODEL_FOLDERS } from '../models/model-folders.ts';
import type { StartedEngine } from '../models/started-engine.ts';
import type { BackendChoice } from './args.ts';
import { folderSource } from './folder-source.ts';
import { offerWebGpu } from './offer-webgpu.ts';
import { SHIPPED_MODELS } from './shipped-models.ts';

export interface WhichNetworks {
  /** A folder of folders; the shipped ones unless told. */
  readonly models?: string | undefined;
  /** The folder of the classifier; the app's default unless told. */
  readonly classifier?: string | undefined;
}

/**
 * Loads both networks and starts them under Node; says on stderr which backend it became.
 * Throws ModelError, CardError, or the signal's reason.
 */
export async function openEngine(
  backend: BackendChoice,
  signal: AbortSignal,
  { models = SHIPPED_MODELS, classifier = MODEL_FOLDERS.classifier }: WhichNetworks = {},
): Promise<StartedEngine> {
  if (backend === 'webgpu') await offerWebGpu();
  if (backend === 'auto') {
    await offerWebGpu().catch(() => {
      // Without the optional package there is no WebGPU to choose.
    });
  }
  // Somebody's own folder of networks may do without.
  const { filmCheck: folder } = MODEL_FOLDERS;
  const filmCheck = existsSync(join(models, folder)) ? folder : undefined;
  const began = performance.now();
  const engine = await createEngine({
    source: folderSource(models),
    folders: { ...MODEL_FOLDERS, classifier, filmCheck },
    preferred: backend,
    signal,
  });
  for (const { backend: name, reason } of engine.rejected) console.error(`Not ${name}: ${reason}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.error(
    `Networks ready on ${engine.backend} (${engine.backendDescription}), ${seconds} s.`,
  );
  return engine;
}
