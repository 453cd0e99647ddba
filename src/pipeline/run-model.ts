import { CodedError } from '../errors/coded-error.ts';
import { AnalysisError } from './errors.ts';

const ADVICE = 'Try again; if it fails again, reload the app.';

/** Throws AnalysisError unless a network's output has the expected length and only finite values. */
export function requireFinite(values: Float32Array, length: number, what: string): void {
  if (values.length !== length) {
    throw new AnalysisError(
      'model-failed',
      `The ${what} hold ${values.length} values instead of ${length}.`,
      ADVICE,
    );
  }
  if (!values.every(Number.isFinite)) {
    throw new AnalysisError(
      'output-not-finite',
      `The ${what} contain values that are not numbers.`,
      ADVICE,
    );
  }
}

/**
 * As `requireFinite`, and throws where all values are equal too: what a lost graphics device
 * hands back, and no network on a real film.
 */
export function requireAlive(values: Float32Array, length: number, what: string): void {
  requireFinite(values, length, what);
  if (values.every((value) => value === values[0])) {
    throw new AnalysisError('output-not-finite', `The ${what} are all the same number.`, ADVICE);
  }
}

/** Runs a network; anything but an abort or a coded error becomes AnalysisError 'model-failed'. */
export async function runModel<T>(what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CodedError) throw error;
    if (error instanceof Error && error.name === 'AbortError') throw error;
    throw new AnalysisError(
      'model-failed',
      `The ${what} network failed: ${String(error)}`,
      ADVICE,
      {
        cause: error,
      },
    );
  }
}
