import { describe, expect, it } from 'vitest';
import { type Card, parseCard } from '../../../src/models/card.ts';
import { createEngine } from '../../../src/models/create-engine.ts';
import { measureMemory } from '../../../src/models/measure-memory.ts';
import { withOwnAnswers } from '../../../tools/convert/own-answers.ts';
import { worstDifference } from '../../models/compare.ts';
import { type TinyNetworks, tinyNetworks } from '../../models/tiny-networks.ts';
import { convertGolden } from './convert-golden.ts';

const CASES = ['resunet', 'bottleneck-ma'] as const;

function cardOf({ files }: TinyNetworks, name: string): Card {
  return parseCard(JSON.parse(new TextDecoder().decode(files.get(`${name}/card.json`))), name);
}

const answersOf = ({ kind, selfTest }: Card): number[] =>
  kind === 'segmenter'
    ? (selfTest as { pooledLogits: number[] }).pooledLogits
    : (selfTest as { logits: number[] }).logits;

describe('withOwnAnswers', () => {
  it('lets int8 networks pass a self-test as tight as float32 ones pass', async () => {
    const networks = tinyNetworks('bottleneck-ma', 'int8');
    for (const name of CASES) {
      const card = cardOf(networks, name);
      const own = await withOwnAnswers(
        card,
        convertGolden(name, 'float32'),
        convertGolden(name, 'int8'),
      );
      const moved = worstDifference(answersOf(own), answersOf(card));
      expect(moved).toBeGreaterThan(0);
      const tight = { ...own, selfTest: { ...own.selfTest, tolerance: 1e-4 } };
      networks.files.set(`${name}/card.json`, new TextEncoder().encode(JSON.stringify(tight)));
    }
    expect(measureMemory().tensors).toBe(0);
    const engine = await createEngine({ ...networks, preferred: 'wasm' });
    expect(engine.backend).toBe('wasm');
    engine.dispose();
  });

  it.each(CASES)('does not bless a %s that is wrong before it is rounded', async (name) => {
    const card = cardOf(tinyNetworks('bottleneck-ma', 'float32'), name);
    const wrong = answersOf(card).map((value) => value + 1);
    const selfTest =
      card.kind === 'segmenter'
        ? { ...card.selfTest, pooledLogits: wrong }
        : { ...card.selfTest, logits: wrong };
    const files = convertGolden(name, 'float32');
    await expect(
      withOwnAnswers({ ...card, selfTest } as Card, files, convertGolden(name, 'int8')),
    ).rejects.toMatchObject({
      code: 'not-convertible',
      message: expect.stringMatching(/as PyTorch does: wrong (lungs|classes) in the self-test/),
    });
    expect(measureMemory().tensors).toBe(0);
  });
});
