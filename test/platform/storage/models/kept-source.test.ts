import { describe, expect, it } from 'vitest';
import { keptSource } from '../../../../src/platform/storage/models/kept-source.ts';
import type { ModelStore } from '../../../../src/platform/storage/models/model-store.ts';

const SHA = 'a'.repeat(64);
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** Says who was asked for what. */
function setUp(card: unknown) {
  const asked: string[] = [];
  const store: ModelStore = {
    async obtain({ path, sha256 }) {
      asked.push(`store ${path} ${sha256}`);
      return Uint8Array.of(1);
    },
  };
  const source = keptSource(
    {
      async readFile(path) {
        asked.push(`source ${path}`);
        return path.endsWith('card.json') ? encode(card) : Uint8Array.of(2);
      },
    },
    store,
  );
  return { asked, source };
}

describe('keptSource', () => {
  it('takes cards from the source, and from the store what they vouch for', async () => {
    const { asked, source } = setUp({ files: { 'model.json': SHA } });
    await source.readFile('net/model.json', {});
    await source.readFile('net/card.json', {});
    expect(await source.readFile('net/model.json', {})).toEqual(Uint8Array.of(1));
    expect(await source.readFile('net/other.bin', {})).toEqual(Uint8Array.of(2));
    expect(asked).toEqual([
      'source net/model.json',
      'source net/card.json',
      `store net/model.json ${SHA}`,
      'source net/other.bin',
    ]);
  });

  it.each([null, 7, {}, { files: 7 }, { files: { 'model.json': 'no hash' } }])(
    'hands on a card it cannot use (%j), for its reader to judge',
    async (card) => {
      const { asked, source } = setUp(card);
      expect(await source.readFile('net/card.json', {})).toEqual(encode(card));
      await source.readFile('net/model.json', {});
      expect(asked).toEqual(['source net/card.json', 'source net/model.json']);
    },
  );
});
