import { type GraphModel, loadGraphModelSync } from '@tensorflow/tfjs-converter';
import type { io } from '@tensorflow/tfjs-core';
import { decodeWeights } from './dequantise.ts';
import type { NetworkFiles } from './network-files.ts';

/** What a graph model needs of a network's files. */
export type GraphFiles = Pick<NetworkFiles, 'model' | 'shards'>;

/**
 * Puts a network's weights on the current backend, at once, so that no other backend can become
 * current in between. The caller disposes of the model.
 */
export function loadGraphModel({ model, shards }: GraphFiles): GraphModel<io.IOHandlerSync> {
  const { specs, data } = decodeWeights(
    model.weightsManifest.flatMap(({ weights }) => weights),
    shards,
  );
  const artifacts: io.ModelArtifacts = {
    format: model.format,
    modelTopology: model.modelTopology,
    signature: model.signature,
    weightSpecs: [...specs] as io.WeightsManifestEntry[],
    weightData: [...data],
  };
  const graph = loadGraphModelSync({ load: () => artifacts });
  // The graph model keeps its artifacts; the packed weights are not needed any more.
  artifacts.weightData = [];
  return graph;
}
