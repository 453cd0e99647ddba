import * as tf from '@tensorflow/tfjs-core';
import type { FilmCheckCard } from './card.ts';
import { loadGraphModel } from './graph-model.ts';
import type { NetworkFiles } from './network-files.ts';
import { toSquare } from './to-square.ts';

/** The film check network on the current backend. */
export interface FilmChecker {
  /** A film in [0, 1], size x size -> one logit per finding of its card. */
  check(film: Float32Array): Promise<Float32Array>;
  dispose(): void;
}

export function loadFilmChecker(files: NetworkFiles<FilmCheckCard>): FilmChecker {
  const graph = loadGraphModel(files);
  const { size } = files.card.input;
  return {
    async check(film) {
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
