import { beforeEach, describe, expect, it } from 'vitest';
import { ShippedModels } from '../../../src/workers/offline/shipped-models.ts';
import { aFile } from '../../platform/storage/models/a-file.ts';
import { MemoryBlobs } from '../../platform/storage/models/memory-blobs.ts';

const lungs = aFile(100, 2);
const classes = aFile(200, 3);
const extra = aFile(300, 5);
const old = aFile(400, 7);
let files: MemoryBlobs;
let pieces: MemoryBlobs;
let obtained: string[];

const cards: Record<string, unknown> = {
  lungs: { files: { 'a.bin': lungs.file.sha256 } },
  classes: { files: { 'b.bin': classes.file.sha256 } },
  extra: { files: { 'c.bin': extra.file.sha256 } },
};

function models(readable = cards): ShippedModels {
  return new ShippedModels({
    folders: ['lungs', 'classes'],
    allFolders: Object.keys(cards),
    readCard: async (folder) =>
      folder in readable ? new TextEncoder().encode(JSON.stringify(readable[folder])) : null,
    store: {
      async obtain({ path }) {
        obtained.push(path);
        return new Uint8Array();
      },
    },
    files,
    pieces,
  });
}

beforeEach(() => {
  files = new MemoryBlobs();
  pieces = new MemoryBlobs();
  obtained = [];
  for (const { file, bytes } of [lungs, classes, extra, old]) files.blobs.set(file.sha256, bytes);
});

describe('ShippedModels', () => {
  it('counts what is needed and right, and takes away what is damaged', async () => {
    expect(await models().check(true)).toEqual({ present: 2, needed: 2, bytes: 300 });
    files.blobs.set(lungs.file.sha256, classes.bytes);
    expect(await models().check(false)).toEqual({ present: 2, needed: 2, bytes: 0 });
    expect(await models().check(true)).toEqual({ present: 1, needed: 2, bytes: 200 });
    expect(await models().check(false)).toEqual({ present: 1, needed: 2, bytes: 0 });
  });

  it('does not know what is needed without its cards', async () => {
    const { classes: _, ...rest } = cards;
    expect(await models(rest).check(true)).toBeNull();
    await models(rest).tidy();
    expect(files.blobs.size).toBe(4);
  });

  it('removes the files of other versions only when its own are whole', async () => {
    pieces.blobs.set(`${old.file.sha256}/0`, old.bytes);
    pieces.blobs.set(`${lungs.file.sha256}/0`, lungs.bytes);
    files.blobs.delete(classes.file.sha256);
    await models().tidy();
    expect(files.blobs.has(old.file.sha256)).toBe(true);

    files.blobs.set(classes.file.sha256, classes.bytes);
    await models().tidy();
    const left = [lungs, classes, extra].map(({ file }) => file.sha256);
    expect(new Set(files.blobs.keys())).toEqual(new Set(left));
    expect([...pieces.blobs.keys()]).toEqual([`${lungs.file.sha256}/0`]);
  });

  it('fetches every file that reading films needs', async () => {
    await models().fetchMissing();
    expect(obtained).toEqual(['lungs/a.bin', 'classes/b.bin']);
  });
});
