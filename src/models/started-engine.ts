import { inEnglish } from '../errors/english.ts';
import type { BackendTrial } from './backend-trial.ts';
import type { ClassifierCard, FilmCheckCard, SegmenterCard } from './card.ts';
import { type Classifier, loadClassifier } from './classifier.ts';
import type { BackendName, Engine, EngineView } from './engine.ts';
import type { Guard } from './guard-device.ts';
import type { LogitsNetwork } from './logits-network.ts';
import { ModelError } from './model-error.ts';
import type { ModelSource } from './model-source.ts';
import { type LoadOptions, loadNetwork } from './network-files.ts';
import { testClassifier } from './self-test.ts';
import type { RunningBackend } from './start-backend.ts';

/** A backend that was not taken, and why. */
interface RejectedBackend {
  readonly backend: BackendName;
  readonly reason: string;
}

export interface StartedEngine extends Engine {
  /** GPU, or number of threads. */
  readonly backendDescription: string;
  /** The backends tried before this one. */
  readonly rejected: readonly RejectedBackend[];
  /** What became of every backend, fastest first. */
  readonly trials: readonly BackendTrial[];
  /**
   * The same backend and segmenter with another classifier, by its folder's name. It is loaded,
   * verified and tested when first asked for, kept, and unloaded with the engine. Rejects with
   * ModelError, CardError, or the signal's reason; this engine goes on in any case.
   */
  withClassifier(
    id: string,
    options?: Pick<LoadOptions, 'signal' | 'onBytes'>,
  ): Promise<EngineView>;
}

/** The networks on a backend. */
export interface StartedNetworks {
  readonly running: RunningBackend;
  /** Through which every network runs. */
  readonly guard: Guard;
  readonly segmenter: LogitsNetwork;
  readonly classifier: Classifier;
  readonly filmChecker: LogitsNetwork | null;
}

export interface EngineParts extends StartedNetworks {
  readonly backend: BackendName;
  readonly cards: {
    readonly segmenter: SegmenterCard;
    readonly classifier: ClassifierCard;
    readonly filmCheck: FilmCheckCard | null;
  };
  readonly rejected: readonly RejectedBackend[];
  readonly trials: readonly BackendTrial[];
  /** Where further classifiers come from. */
  readonly source: ModelSource;
  /** Whether further classifiers must reproduce the answers in their cards. */
  readonly selfTest: boolean;
}

async function requireRightAnswers(
  classifier: Classifier,
  card: ClassifierCard,
  backend: BackendName,
): Promise<void> {
  try {
    await testClassifier(classifier, card);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ModelError(
      'wrong-answers',
      `The network "${card.title}" cannot be used on ${backend} here: ${reason}.`,
      'Use another of the networks, or reload the app.',
      { cause },
    );
  }
}

/** The engine of networks that run, which owns them from now on. */
export function createStartedEngine(parts: EngineParts): StartedEngine {
  const { backend, running, guard, segmenter, filmChecker, cards, source, selfTest } = parts;
  let disposed = false;
  const requireAlive = () => {
    if (!disposed) return;
    throw new ModelError(...inEnglish({ code: 'disposed' }));
  };

  const viewOf = (card: ClassifierCard, classifier: Classifier): EngineView => ({
    backend,
    segmenter: cards.segmenter,
    classifier: card,
    ...(filmChecker &&
      cards.filmCheck && {
        filmCheck: {
          card: cards.filmCheck,
          async check(film) {
            requireAlive();
            return guard(() => filmChecker.logits(film));
          },
        },
      }),
    async segment(film) {
      requireAlive();
      return guard(() => segmenter.logits(film));
    },
    async classify(film, mask) {
      requireAlive();
      return guard(() => classifier.classify(film, mask));
    },
  });

  const first = viewOf(cards.classifier, parts.classifier);
  const views = new Map([[cards.classifier.id, first]]);
  /** Everything on the backend, what is still being tested included. */
  const onBackend = new Set<{ dispose(): void }>([
    segmenter,
    parts.classifier,
    ...(filmChecker ? [filmChecker] : []),
  ]);

  async function load(
    id: string,
    { signal, onBytes }: Pick<LoadOptions, 'signal' | 'onBytes'>,
  ): Promise<EngineView> {
    const files = await loadNetwork('classifier', id, { source, signal, onBytes });
    requireAlive();
    signal?.throwIfAborted();
    const classifier = loadClassifier(files);
    onBackend.add(classifier);
    const unload = () => {
      if (onBackend.delete(classifier)) classifier.dispose();
    };
    try {
      const test = () => requireRightAnswers(classifier, files.card, backend);
      if (selfTest) await guard(test, signal);
    } catch (error) {
      unload();
      requireAlive();
      throw error;
    }
    requireAlive();
    // Somebody may have asked for the same one at the same time.
    const known = views.get(id);
    if (known) unload();
    const view = known ?? viewOf(files.card, classifier);
    views.set(id, view);
    return view;
  }

  return {
    ...first,
    backendDescription: running.description,
    rejected: parts.rejected,
    trials: parts.trials,
    async withClassifier(id, options = {}) {
      requireAlive();
      options.signal?.throwIfAborted();
      return views.get(id) ?? load(id, options);
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      // A lost device may throw at its own clearing away, which is no reason to keep it.
      const clear = (work: () => void) => {
        try {
          work();
        } catch {
          // There is nothing else to do about it.
        }
      };
      for (const network of onBackend) clear(() => network.dispose());
      onBackend.clear();
      clear(() => running.stop());
    },
  };
}
