import * as tf from '@tensorflow/tfjs-core';
import type { SegmenterCard } from './card.ts';
import { loadGraphModel } from './graph-model.ts';
import type { NetworkFiles } from './network-files.ts';
import { toSquare } from './to-square.ts';

/** The first network on the current backend. */
export interface Segmenter {
  /** A film in [0, 1], size x size -> lung logits of the same shape. */
  segment(film: Float32Array): Promise<Float32Array>;
  dispose(): void;
}

export function loadSegmenter(files: NetworkFiles<SegmenterCard>): Segmenter {
  const graph = loadGraphModel(files);
  const { size } = files.card.input;
  return {
    async segment(film) {
      const logits = tf.tidy(() => graph.execute({ film: toSquare(film, size) }, 'logits'));
      return readAndDispose(logits as tf.Tensor);
    },
    dispose: () => graph.dispose(),
  };
}

async function readAndDispose(tensor: tf.Tensor): Promise<Float32Array> {
  try {
    return (await tensor.data()) as Float32Array;
  } finally {
    tensor.dispose();
  }
}
