import type { Card } from '../../src/models/card.ts';
import { loadClassifier } from '../../src/models/classifier.ts';
import { parseGraphModel } from '../../src/models/graph-model-json.ts';
import { logitsNetwork } from '../../src/models/logits-network.ts';
import {
  classifierAnswer,
  segmenterAnswer,
  testClassifier,
  testSegmenter,
} from '../../src/models/self-test.ts';
import { startBackend } from '../../src/models/start-backend.ts';
import { ConvertError } from './convert-error.ts';

type Files = ReadonlyMap<string, Uint8Array>;

function networkOf<C extends Card>(card: C, files: Files) {
  const model = parseGraphModel(files.get('model.json') as Uint8Array, 'model.json');
  const shards = model.weightsManifest
    .flatMap(({ paths }) => paths)
    .map((path) => new Uint8Array(files.get(path) as Uint8Array).buffer);
  return { card, model, shards };
}

/** Runs one network and unloads it. */
async function ask<N extends { dispose(): void }, T>(
  network: N,
  work: (network: N) => Promise<T>,
): Promise<T> {
  try {
    return await work(network);
  } finally {
    network.dispose();
  }
}

async function answers(card: Card, exact: Files, rounded: Files): Promise<Card> {
  if (card.kind === 'segmenter') {
    await ask(logitsNetwork(networkOf(card, exact)), (one) => testSegmenter(one, card));
    const own = logitsNetwork(networkOf(card, rounded));
    const pooledLogits = await ask(own, (one) => segmenterAnswer(one, card));
    return { ...card, selfTest: { ...card.selfTest, pooledLogits } };
  }
  if (card.kind === 'film-check') {
    throw new Error('the film check is small enough for float16');
  }
  await ask(loadClassifier(networkOf(card, exact)), (one) => testClassifier(one, card));
  const own = loadClassifier(networkOf(card, rounded));
  const { logits, heat } = await ask(own, (one) => classifierAnswer(one, card));
  const selfTest = {
    ...card.selfTest,
    logits: [...logits],
    ...(card.selfTest.heat && { heat: heat.flatMap((map) => [...map]) }),
  };
  return { ...card, selfTest };
}

/**
 * The card with the answers that `rounded` weights give on the self-test film, in place of
 * PyTorch's, from which they may be farther off than the self-test allows: it is there to find
 * broken backends, not rounding. Before that, the `exact` weights must give PyTorch's answers.
 * Throws ConvertError where they do not.
 */
export async function withOwnAnswers(card: Card, exact: Files, rounded: Files): Promise<Card> {
  const backend = await startBackend('wasm', { allowSoftware: false });
  try {
    return await answers(card, exact, rounded);
  } catch (cause) {
    throw new ConvertError(
      'not-convertible',
      `The converted network does not answer as PyTorch does: ${cause instanceof Error ? cause.message : cause}.`,
      'Export the model again with python -m manet.export.model.',
      { cause },
    );
  } finally {
    backend.stop();
  }
}
