import type { BackendName } from '../../src/models/engine.ts';
import type { StageTimes } from '../../src/pipeline/study.ts';

/** Which networks run where; paths are below the server's files/ folder. */
interface Networks {
  readonly backend: BackendName | 'auto';
  readonly folders: { readonly segmenter: string; readonly classifier: string };
  readonly threads: number;
}

export type Request =
  /** Runs both networks on golden inputs. */
  | (Networks & {
      readonly kind: 'golden';
      readonly segmenterGolden: string;
      readonly classifierGolden: string;
    })
  /** Finds the lungs on a film from its file, then runs the classifier on the golden input. */
  | (Networks & {
      readonly kind: 'shipped';
      /** Null leaves stage 1 out. */
      readonly film: string | null;
      readonly golden: string;
    })
  /** Times the whole pipeline on the demo film. */
  | (Networks & { readonly kind: 'bench'; readonly runs: number });

interface Used {
  readonly backend: BackendName;
  readonly backendDescription: string;
  readonly rejected: readonly { readonly backend: string; readonly reason: string }[];
  readonly isolated: boolean;
}

/** How far the answers are from PyTorch's. */
export interface Parity extends Used {
  /** Null where the golden file holds the mask only. */
  readonly worstLungLogit: number | null;
  /** Null where stage 1 was left out. */
  readonly maskIou: number | null;
  readonly worstLogit: number;
  /** One per class; null where PyTorch's map is the same everywhere. */
  readonly camCorrelations: readonly (number | null)[];
  readonly leakedTensors: number;
}

export interface BenchTimes extends Used {
  readonly startMs: number;
  readonly runs: readonly StageTimes[];
}

export type Answer<R extends Request> = R extends { kind: 'bench' } ? BenchTimes : Parity;

export type Reply =
  | { readonly ok: true; readonly value: Parity | BenchTimes }
  | { readonly ok: false; readonly message: string };
