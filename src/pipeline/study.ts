import type { PixelChange } from '../imaging/correction.ts';
import type { Film, Mask } from '../imaging/film.ts';
import type { HeatGrid } from '../imaging/heat-overlay.ts';
import type { BackendName } from '../models/engine.ts';
import type { Label, PerLabel } from '../models/labels.ts';
import type { GateRecord } from './gate/gate-codes.ts';

/** A class's Grad-CAM on the classifier's grid, scaled to [0, 1] over all classes together. */
export type HeatMap = HeatGrid;

export interface StageTimes {
  /** 0 where the lungs were given. */
  readonly segment: number;
  readonly classify: number;
  readonly total: number;
}

/** A failure of the device after which the film was read again. */
export interface Recovery {
  readonly code: string;
  /** What failed; null where the whole worker did. */
  readonly backend: BackendName | null;
}

/** Everything the pipeline found out about one film. */
export interface Study extends GateRecord {
  readonly film: Film;
  /** Lung mask after post-processing, in the segmenter's square. */
  readonly lungs: Mask;
  /** The network's own mask before post-processing; null where the lungs were given. */
  readonly rawLungs: Mask | null;
  /** True where a person has changed the lungs: the answer is then not the networks' alone. */
  readonly lungsEdited: boolean;
  /** Share of the film covered by lungs, 0 to 1. */
  readonly lungFraction: number;
  readonly probabilities: PerLabel<number>;
  readonly label: Label;
  /** True where the top probability is below the card's threshold. */
  readonly indeterminate: boolean;
  readonly heatMaps: PerLabel<HeatMap>;
  /** How unlike the training films it is, as a multiple of what is refused; null where unknown. */
  readonly unfamiliarity: number | null;
  /** What was done to the film's pixels before it was read, in this order. */
  readonly corrections: readonly PixelChange[];
  readonly backend: BackendName;
  readonly models: { readonly segmenter: string; readonly classifier: string };
  readonly timingsMs: StageTimes;
  /** Failures on the way to this answer, which did not touch it; absent where there was none. */
  readonly recoveries?: readonly Recovery[];
}
