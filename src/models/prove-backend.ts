import { BackendRefusal } from './backend-refusal.ts';
import type { RememberedTrial, SelfTestFigures, TrialLog } from './backend-trial.ts';
import type { BackendName } from './engine.ts';
import type { AllNetworks } from './network-files.ts';
import { testClassifier, testFilmCheck, testSegmenter } from './self-test.ts';
import type { StartedNetworks } from './started-engine.ts';

/**
 * A warm segmentation takes some 1.2 s on WebAssembly with two threads; a "GPU" that needs longer
 * is emulated in a way that its name does not tell, or too weak.
 */
const SLOWEST_GPU_MS = 2000;

/** Raise it when what is remembered of a self-test changes. */
const SHAPE = 2;

/** Drivers are updated under a browser's feet: a self-test is believed for a week. */
const BELIEVED_MS = 7 * 24 * 3600 * 1000;

/** Everything that a self-test's outcome hangs on. */
function trialKey(
  backend: BackendName,
  description: string,
  { segmenter, classifier, filmCheck }: AllNetworks,
): string {
  const files = [segmenter, classifier, filmCheck].flatMap((one) =>
    one ? [one.card.id, ...Object.values(one.card.files), JSON.stringify(one.card.selfTest)] : [],
  );
  const browser = globalThis.navigator?.userAgent ?? 'no browser';
  return JSON.stringify([SHAPE, browser, backend, description, ...files]);
}

async function runSelfTest(
  backend: BackendName,
  { segmenter, classifier, filmChecker, guard }: StartedNetworks,
  networks: AllNetworks,
  { allowSlow, signal }: ProofOptions,
): Promise<SelfTestFigures> {
  const lungsOff = () => guard(() => testSegmenter(segmenter, networks.segmenter.card), signal);
  const classesOff = () =>
    guard(() => testClassifier(classifier, networks.classifier.card), signal);
  const began = performance.now();
  const { filmCheck: checked } = networks;
  const filmCheck =
    filmChecker && checked
      ? await guard(() => testFilmCheck(filmChecker, checked.card), signal)
      : null;
  const lungs = await lungsOff();
  const { classes, heat } = await classesOff();
  const tookMs = performance.now() - began;
  const cold = { lungs, classes, heat, filmCheck, tookMs, warmMs: null };
  if (backend !== 'webgpu' && backend !== 'webgl') return cold;
  const again = performance.now();
  await lungsOff();
  const segmentMs = performance.now() - again;
  await classesOff();
  const warmMs = performance.now() - again;
  if (segmentMs > SLOWEST_GPU_MS && !allowSlow) {
    throw new BackendRefusal({ code: 'too-slow', ms: Math.round(segmentMs) });
  }
  return { ...cold, warmMs };
}

export interface ProofOptions {
  /** Takes a GPU that is slower than WebAssembly. */
  readonly allowSlow: boolean;
  readonly log?: TrialLog | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs every network once, which also warms them up, and compares with the answers in their cards.
 * A passed self-test of the same browser, device and networks is believed for a week. Rejects with
 * the reason against the backend, a GPU's silence included, or with the signal's, which is not
 * remembered.
 */
export async function proveBackend(
  backend: BackendName,
  started: StartedNetworks,
  networks: AllNetworks,
  options: ProofOptions,
): Promise<RememberedTrial> {
  const { allowSlow, log, signal } = options;
  const key = trialKey(backend, started.running.description, networks);
  const known = (await log?.recall(key)) ?? null;
  const fresh = known !== null && Date.now() - known.testedAt < BELIEVED_MS;
  if (fresh && known.failure === null) return known;
  // What was too slow or failed may be asked for by name: then it is tried again.
  if (fresh && known.failure && !allowSlow) {
    const { reason, refusal } = known.failure;
    throw refusal ? new BackendRefusal(refusal) : new Error(reason);
  }
  const testedAt = Date.now();
  try {
    const selfTest = await runSelfTest(backend, started, networks, options);
    const trial = { testedAt, failure: null, selfTest };
    await log?.record(key, trial);
    return trial;
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    const refusal = error instanceof BackendRefusal ? error.refusal : null;
    await log?.record(key, { testedAt, failure: { reason, refusal }, selfTest: null });
    throw error;
  }
}
