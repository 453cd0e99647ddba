import * as tf from '@tensorflow/tfjs-core';
import type { FilmCheckCard, SegmenterCard } from './card.ts';
import { loadGraphModel } from './graph-model.ts';
import type { NetworkFiles } from './network-files.ts';
import { toSquare } from './to-square.ts';

/** A network on the current backend that sees the film alone: the segmenter, or the film check. */
export interface LogitsNetwork {
  /**
   * A film in [0, 1], size x size, row by row -> its logits: the segmenter's are a square of lungs, the
   * film check's one for each finding of its card.
   */
  logits(film: Float32Array): Promise<Float32Array>;
  dispose(): void;
}

export function logitsNetwork(files: NetworkFiles<SegmenterCard | FilmCheckCard>): LogitsNetwork {
  const graph = loadGraphModel(files);
  const { size } = files.card.input;
  return {
    async logits(film) {
      const logits = tf.tidy(() => graph.execute({ film: toSquare(film, size) }, 'logits'));
      try {
        return (await (logits as tf.Tensor).data()) as Float32Array;
      } finally {
        tf.dispose(logits);
      }
    },
    dispose: () => graph.dispose(),
  };
}
