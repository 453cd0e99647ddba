import type { ShownStudy } from '../../platform/worker-bridge/shown-film.ts';

/** What a person did to a reading. */
export interface Circumstances {
  readonly lungsEdited: boolean;
  /** Codes of the quality check's objections that were overridden. */
  readonly gateOverridden: readonly string[];
  readonly synthetic: boolean;
}

/** Studies may lack what no part of the program sets yet. */
type WithHands = ShownStudy & {
  readonly lungsEdited?: boolean;
  readonly gateOverridden?: readonly string[];
};

export function circumstancesOf(study: WithHands): Circumstances {
  return {
    lungsEdited: study.lungsEdited ?? false,
    gateOverridden: study.gateOverridden ?? [],
    synthetic: study.film.format === 'synthetic',
  };
}

/** A DICOM film's window without its free text, in which a file may say anything. */
export function windowOf({ film }: ShownStudy): string | null {
  return film.dicom?.window.replace(/ \(.*\)$/s, '') ?? null;
}
