import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderSource } from '../../src/cli/folder-source.ts';
import { MODEL_FOLDERS } from '../../src/models/model-folders.ts';
import { readShelf, readShelfCards } from '../../src/models/read-shelf.ts';
import { parseShelf, requireOnShelf } from '../../src/models/shelf.ts';
import { makeShelf } from '../../tools/shelf/make-shelf.ts';
import { tinyNetworks } from './tiny-networks.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'public', 'models');

const shelf = {
  schema: 1,
  segmenter: 'resunet',
  classifiers: [
    { id: 'vgg-ma', role: 'default', bytes: 2 },
    { id: 'vgg-plain', role: 'comparison', bytes: 3 },
  ],
} as const;

describe('the shipped shelf', () => {
  it('is what npm run shelf writes from the models that are there', async () => {
    const written = await readFile(join(SHIPPED, 'shelf.json'), 'utf8');
    expect(written).toBe(`${JSON.stringify(await makeShelf(SHIPPED), null, 2)}\n`);
  });

  it('has the networks that the app starts with', async () => {
    const shipped = await readShelf(folderSource(SHIPPED));
    const { segmenter, filmCheck, classifiers } = shipped;
    const classifier = classifiers.find(({ role }) => role === 'default')?.id;
    expect({ segmenter, classifier, filmCheck }).toEqual(MODEL_FOLDERS);
  });

  it('counts the weights as they lie on the disk', async () => {
    const { classifiers } = await readShelf(folderSource(SHIPPED));
    for (const { id, bytes } of classifiers) {
      const card = JSON.parse(await readFile(join(SHIPPED, id, 'card.json'), 'utf8'));
      const shards = Object.keys(card.files).filter((name) => name.endsWith('.bin'));
      const sizes = await Promise.all(
        shards.map(async (name) => (await readFile(join(SHIPPED, id, name))).length),
      );
      expect(bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
    }
  });
});

describe('the small fast classifier', () => {
  const onShelf = async (role: string) => {
    const { classifiers } = await readShelfCards(folderSource(SHIPPED));
    const entry = classifiers.find((one) => one.role === role);
    if (!entry) throw new Error(`no ${role} classifier is shipped`);
    return entry;
  };
  const onValidation = ({ card }: Awaited<ReturnType<typeof onShelf>>): number => {
    const found = card.metrics.find(({ split }) => split === 'split_group val, PyTorch');
    if (!found) throw new Error(`${card.id} has no validation figure`);
    return found.value;
  };

  it('is within a point of the default one on validation films, at a quarter of its size', async () => {
    const [fast, usual] = [await onShelf('fast'), await onShelf('default')];
    expect(onValidation(fast)).toBeGreaterThanOrEqual(onValidation(usual) - 0.01);
    expect(fast.bytes).toBeLessThanOrEqual(usual.bytes / 4);
  });
});

describe('parseShelf', () => {
  const [first, second] = shelf.classifiers;

  it.each([
    ['of another schema', { ...shelf, schema: 2 }, /schema/],
    ['without a default', { ...shelf, classifiers: [second] }, /exactly one/],
    [
      'with two defaults',
      { ...shelf, classifiers: [first, { ...second, role: 'default' }] },
      /one/,
    ],
    [
      'with a classifier twice',
      { ...shelf, classifiers: [first, { ...second, id: 'vgg-ma' }] },
      /twice/,
    ],
    ['that leads out of its folder', { ...shelf, segmenter: '../x' }, /segmenter/],
    ['that is none', null, /object/],
  ])('refuses a shelf %s', (_, json, message) => {
    expect(() => parseShelf(json, 'shelf.json')).toThrow(
      expect.objectContaining({ code: 'shelf-invalid', message: expect.stringMatching(message) }),
    );
  });

  it('keeps the default pair within 30 MB', async () => {
    const { segmenter, classifiers } = parseShelf(
      JSON.parse(await readFile(join(SHIPPED, 'shelf.json'), 'utf8')),
      'shelf.json',
    );
    const files = await readdir(join(SHIPPED, segmenter));
    const sizes = files.map(async (name) => (await stat(join(SHIPPED, segmenter, name))).size);
    const lungs = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    const classes = classifiers.find(({ role }) => role === 'default')?.bytes;
    expect(lungs + (classes ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(30e6);
  });

  it('names what there is to whom asks for something else', () => {
    const parsed = parseShelf(shelf, 'shelf.json');
    requireOnShelf(parsed, 'vgg-plain');
    expect(() => requireOnShelf(parsed, 'vgg')).toThrow(
      expect.objectContaining({
        code: 'not-on-shelf',
        message: 'There is no classifier "vgg".',
        advice: 'Choose one of vgg-ma, vgg-plain.',
      }),
    );
  });
});

describe('readShelfCards', () => {
  const withShelf = (json: unknown) => {
    const networks = tinyNetworks('vgg-ma', 'float32', ['vgg-plain']);
    networks.files.set('shelf.json', new TextEncoder().encode(JSON.stringify(json)));
    return networks.source;
  };

  it('brings every card in the order of the shelf', async () => {
    const { segmenter, classifiers } = await readShelfCards(withShelf(shelf));
    expect(segmenter.id).toBe('resunet');
    expect(classifiers.map(({ role, bytes, card }) => [role, bytes, card.id])).toEqual([
      ['default', 2, 'vgg-ma'],
      ['comparison', 3, 'vgg-plain'],
    ]);
  });

  it('refuses a card in the wrong folder', async () => {
    const swapped = { ...shelf, segmenter: 'vgg-ma' };
    await expect(readShelfCards(withShelf(swapped))).rejects.toMatchObject({
      code: 'model-invalid',
      message: expect.stringContaining('the segmenter "vgg-ma" belongs there'),
    });
  });

  it('stops on abort', async () => {
    const reason = new Error('closed');
    const reading = readShelfCards(withShelf(shelf), { signal: AbortSignal.abort(reason) });
    await expect(reading).rejects.toBe(reason);
  });
});
