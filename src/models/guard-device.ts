import { inEnglish } from '../errors/english.ts';
import type { BackendName } from './engine.ts';
import { ModelError } from './model-error.ts';

const ADVICE = 'The film is read again by itself. If this stays, close other tabs or restart.';

/** A film takes a GPU some 0.1 to 2 s; a driver that hangs says nothing at all. */
const LONGEST_GPU_MS = 60_000;

const MEMORY = /memory|allocat|OOM/i;

/** Whether an error is how a full memory shows itself: in WebAssembly as a trap, or in V8's words. */
function isOutOfMemory(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError) return true;
  return (error instanceof RangeError || error instanceof Error) && MEMORY.test(error.message);
}

/**
 * Runs networks on a device that may be lost, run out of memory, or never answer; until `signal` says
 * that nobody waits any more.
 */
export type Guard = <T>(run: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Rejects with ModelError 'device-lost' as soon as `lost` is told, 'no-answer' where a GPU stays
 * silent, 'out-of-memory' for what looks like that, with the reason of the run's signal; else as the
 * run does.
 */
export function guardDevice(backend: BackendName, lost: Promise<string>): Guard {
  let why: string | null = null;
  const lostError = () =>
    new ModelError('device-lost', `The graphics device was lost: ${why ?? 'unknown'}.`, ADVICE);
  /** Ends the runs under way. A reaction of each to `lost` itself would keep its answer for good. */
  const underWay = new Set<(error: unknown) => void>();
  lost.then((reason) => {
    why = reason;
    for (const end of underWay) end(lostError());
  });
  const watched = backend === 'webgpu' || backend === 'webgl';

  return async (run, signal) => {
    signal?.throwIfAborted();
    if (why !== null) throw lostError();
    let end: (error: unknown) => void = () => {};
    const ended = new Promise<never>((_, reject) => {
      end = reject;
    });
    const giveUp = () => end(new ModelError(...inEnglish({ code: 'no-answer' })));
    underWay.add(end);
    const abort = () => end(signal?.reason);
    signal?.addEventListener('abort', abort);
    const timer = watched ? setTimeout(giveUp, LONGEST_GPU_MS) : undefined;
    try {
      return await Promise.race([run(), ended]);
    } catch (error) {
      signal?.throwIfAborted();
      if (why !== null) throw lostError();
      if (!(error instanceof ModelError) && isOutOfMemory(error)) {
        const message = `The networks ran out of memory: ${error instanceof Error ? error.message : error}.`;
        throw new ModelError('out-of-memory', message, ADVICE, { cause: error });
      }
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      underWay.delete(end);
    }
  };
}
