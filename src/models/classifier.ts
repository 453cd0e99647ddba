import * as tf from '@tensorflow/tfjs-core';
import type { ClassifierCard } from './card.ts';
import type { Classification } from './engine.ts';
import { gradCam } from './grad-cam.ts';
import { loadGraphModel } from './graph-model.ts';
import { denseKernelName } from './graph-model-json.ts';
import { LABELS } from './labels.ts';
import type { NetworkFiles } from './network-files.ts';
import { toSquare } from './to-square.ts';

/** The second network on the current backend. */
export interface Classifier {
  /** The masked film in [0, 1] and its mask, both size x size. */
  classify(film: Float32Array, mask: Float32Array): Promise<Classification>;
  dispose(): void;
}

export function loadClassifier(files: NetworkFiles<ClassifierCard>): Classifier {
  const { card, model } = files;
  const kernelName = denseKernelName(model, card.id);
  const graph = loadGraphModel(files);
  const kernel = graph.weights[kernelName]?.[0] as tf.Tensor2D;
  const { size } = card.input;

  /** logits (1, classes), heat (classes, h * w), pooled (1, k), and the side of the heat maps. */
  const run = (film: Float32Array, mask: Float32Array) => {
    let heatSide = 0;
    const [logits, heat, pooled] = tf.tidy(() => {
      const inputs = { film: toSquare(film, size), mask: toSquare(mask, size) };
      const outputs = graph.execute(inputs, ['logits', 'features']) as [tf.Tensor2D, tf.Tensor4D];
      const [logits, features] = outputs;
      heatSide = features.shape[1];
      return [logits, gradCam(features, kernel), tf.mean(features, [1, 2])] as const;
    });
    return { logits, heat, pooled, heatSide };
  };

  return {
    async classify(film, mask) {
      const { logits, heat, pooled, heatSide } = run(film, mask);
      try {
        const [logitValues, heatValues, pooledValues] = await Promise.all([
          logits.data(),
          heat.data(),
          pooled.data(),
        ]);
        const area = heatSide * heatSide;
        return {
          logits: logitValues as Float32Array,
          heat: LABELS.map((_, i) => heatValues.slice(i * area, (i + 1) * area) as Float32Array),
          heatSide,
          pooled: pooledValues as Float32Array,
        };
      } finally {
        tf.dispose([logits, heat, pooled]);
      }
    },
    dispose: () => graph.dispose(),
  };
}
