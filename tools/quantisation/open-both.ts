import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderSource } from '../../src/cli/folder-source.ts';
import { SHIPPED_MODELS } from '../../src/cli/shipped-models.ts';
import { createEngine } from '../../src/models/create-engine.ts';
import type { EngineView } from '../../src/models/engine.ts';
import { parseGraphModel, weightBytes } from '../../src/models/graph-model-json.ts';
import { MODEL_FOLDERS } from '../../src/models/model-folders.ts';
import type { ModelSource } from '../../src/models/model-source.ts';

/** Folders anywhere, under names of their own: "exact/card.json" is card.json in the folder "exact". */
function namedFolders(folders: Readonly<Record<string, string>>): ModelSource {
  return {
    readFile(path, options) {
      const [name = '', ...below] = path.split('/');
      return folderSource(folders[name] ?? '').readFile(below.join('/'), options);
    },
  };
}

/** The classifiers in two folders on one engine, with the shipped segmenter. */
export async function openBoth(
  [exact, rounded]: readonly [string, string],
  segmenter: string = join(SHIPPED_MODELS, MODEL_FOLDERS.segmenter),
): Promise<{ exact: EngineView; rounded: EngineView; dispose(): void }> {
  const engine = await createEngine({
    source: namedFolders({ segmenter, exact, rounded }),
    folders: { segmenter: 'segmenter', classifier: 'exact' },
    preferred: 'wasm',
  });
  return {
    exact: engine,
    rounded: await engine.withClassifier('rounded'),
    dispose: () => engine.dispose(),
  };
}

/** Size of a model's weights as stored. */
export async function bytesOf(folder: string): Promise<number> {
  const path = join(folder, 'model.json');
  return weightBytes(parseGraphModel(await readFile(path), path));
}
