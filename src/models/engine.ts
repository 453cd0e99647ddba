import type { ClassifierCard, FilmCheckCard, SegmenterCard } from './card.ts';

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

export interface Classification {
  /** One per class, in card order. */
  readonly logits: Float32Array;
  /** Grad-CAM of every class in card order, each `heatSide` x `heatSide`, >= 0, not yet scaled. */
  readonly heat: readonly Float32Array[];
  readonly heatSide: number;
  /** Each feature of the last block averaged over the film, by which it is like others or not. */
  readonly pooled: Float32Array;
}

/** The network that looks at the whole film before the others do. */
interface FilmCheck {
  readonly card: FilmCheckCard;
  /** A film in [0, 1], size x size of its card -> one logit per finding of the card. */
  check(film: Float32Array): Promise<Float32Array>;
}

/** What the pipeline needs from whatever runs the networks. All arrays are row by row. */
export interface EngineView {
  readonly backend: BackendName;
  readonly segmenter: SegmenterCard;
  readonly classifier: ClassifierCard;
  /** Absent where no such network is on the shelf: films are then not checked by one. */
  readonly filmCheck?: FilmCheck | undefined;
  /** A film in [0, 1], size x size of the segmenter's card -> lung logits of the same shape. */
  segment(film: Float32Array): Promise<Float32Array>;
  /** The masked film in [0, 1] and its mask (0 or 1), size x size of the classifier's card. */
  classify(film: Float32Array, mask: Float32Array): Promise<Classification>;
}

/** Networks that somebody owns, and unloads. */
export interface Engine extends EngineView {
  dispose(): void;
}
