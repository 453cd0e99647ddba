import type { EngineView } from '../../src/models/engine.ts';
import type { CutStore } from './cut-store.ts';
import { sha256 } from './model-hash.ts';

/**
 * The same networks, of which the segmenter answers films it has seen from `store`. Only the side
 * of the threshold on which each logit lies is kept, which is all that post-processing looks at.
 */
export function rememberSegmentation(engine: EngineView, store: CutStore): EngineView {
  const { thresholdLogit } = engine.segmenter.postprocess;

  async function segment(film: Float32Array): Promise<Float32Array> {
    const key = sha256(new Uint8Array(film.buffer, film.byteOffset, film.byteLength));
    let cut = await store.read(key, film.length);
    if (!cut) {
      const logits = await engine.segment(film);
      cut = Uint8Array.from(logits, (logit) => (logit > thresholdLogit ? 1 : 0));
      await store.write(key, cut);
    }
    // Not all of one size: the pipeline takes constant logits for a dead network.
    return Float32Array.from(cut, (inside, i) => thresholdLogit + (inside ? 1 : -1) * (i ? 1 : 2));
  }

  return {
    backend: engine.backend,
    segmenter: engine.segmenter,
    classifier: engine.classifier,
    filmCheck: engine.filmCheck,
    segment,
    classify: (film, mask) => engine.classify(film, mask),
  };
}
