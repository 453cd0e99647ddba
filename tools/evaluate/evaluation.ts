import type { BackendName } from '../../src/models/engine.ts';
import type { ClassificationFigures } from './figures.ts';
import type { SegmentationFigures, WorstPair } from './segmentation-figures.ts';

/** Where and on what a part was measured. */
export interface Provenance {
  readonly date: string;
  readonly commit: string;
  readonly backend: BackendName;
  /** Card id and hash of everything in it that changes answers. */
  readonly models: Readonly<Record<string, string>>;
  readonly bootstrap: { readonly samples: number; readonly seed: number };
}

export interface SegmentationPart extends Provenance {
  readonly split: 'split_group';
  readonly sizePx: number;
  readonly withoutHeart: readonly SegmentationFigures[];
  readonly withHeart: readonly SegmentationFigures[];
  /** Of `withoutHeart`, the lowest IoU first; absent from figures older than this list. */
  readonly worst?: readonly WorstPair[];
}

export interface SplitFigures extends ClassificationFigures {
  readonly split: 'split_group' | 'split_random';
  readonly subset: 'paper' | 'all';
  /** Films of this set whose patient has other films among those open to training. */
  readonly patientInTraining: number;
}

export interface ClassificationPart extends Provenance {
  readonly sets: readonly SplitFigures[];
}

export interface Evaluation {
  readonly schema: 1;
  readonly segmentation: SegmentationPart | null;
  readonly classification: ClassificationPart | null;
}
