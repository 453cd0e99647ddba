import * as tf from '@tensorflow/tfjs';
import type { NetworkFiles } from './network-files.ts';

/** Puts a network's weights on the current backend. The caller disposes of the model. */
export async function loadGraphModel({ model, shards }: NetworkFiles): Promise<tf.GraphModel> {
  const artifacts: tf.io.ModelArtifacts = {
    format: model.format,
    modelTopology: model.modelTopology,
    signature: model.signature,
    weightSpecs: model.weightsManifest.flatMap(
      ({ weights }) => weights as tf.io.WeightsManifestEntry[],
    ),
    weightData: [...shards],
  };
  const graph = await tf.loadGraphModel({ load: async () => artifacts });
  // The graph model keeps its artifacts; the packed weights are not needed any more.
  artifacts.weightData = [];
  return graph;
}
