import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readEntry, readEntryHead } from '../../../src/platform/intake/zip/read-entry.ts';
import { readZipDirectory } from '../../../src/platform/intake/zip/zip-directory.ts';
import { ZipError } from '../../../src/platform/intake/zip/zip-error.ts';
import { GOLDEN_INTAKE, goldenBlob, goldenBytes } from './golden-intake.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const blob = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]);

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'no error',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ZipError);
  expect((error as ZipError).advice).toMatch(/\.$/);
  return (error as ZipError).code;
}

describe("Python's archives", () => {
  test.each(['deflated', 'stored', 'comment', 'streamed', 'zip64'])('%s.zip', async (name) => {
    const archive = goldenBlob(`${name}.zip`);
    const entries = await readZipDirectory(archive);
    const found = await Promise.all(
      entries.map(async (entry) => {
        const bytes = await readEntry(archive, entry);
        expect(await readEntryHead(archive, entry, 100)).toEqual(bytes.subarray(0, 100));
        return [entry.path, { size: bytes.length, sha256: sha256(bytes) }] as const;
      }),
    );
    expect(Object.fromEntries(found)).toEqual(GOLDEN_INTAKE.files);
    expect(found.map(([path]) => path)).toEqual(Object.keys(GOLDEN_INTAKE.files));
  });

  test('what is encrypted or packed otherwise is told by name', async () => {
    for (const [name, code] of [
      ['encrypted.zip', 'encrypted-zip'],
      ['bzip2.zip', 'unsupported-zip'],
    ] as const) {
      const archive = goldenBlob(name);
      const [entry] = await readZipDirectory(archive);
      if (!entry) throw new Error('empty');
      expect(await codeOf(readEntry(archive, entry))).toBe(code);
      expect(await codeOf(readEntryHead(archive, entry, 10))).toBe(code);
    }
  });
});

test('any files go through a ZIP unharmed', async () => {
  const name = fc.stringMatching(/^[a-z0-9äß日 ]{1,12}$/).map((text) => `f/${text}`);
  const files = fc.dictionary(name, fc.uint8Array({ maxLength: 3000 }), { maxKeys: 6 });
  await fc.assert(
    fc.asyncProperty(files, fc.constantFrom(0, 6), async (given, level) => {
      const archive = blob(zipSync(given, { level: level as 0 | 6 }) as Uint8Array<ArrayBuffer>);
      const entries = await readZipDirectory(archive);
      const read = await Promise.all(
        entries.map(async (one) => [one.path, [...(await readEntry(archive, one))]]),
      );
      const expected = Object.entries(given).map(([path, bytes]) => [path, [...bytes]]);
      expect(Object.fromEntries(read)).toEqual(Object.fromEntries(expected));
    }),
    { numRuns: 60 },
  );
});

test('only the end of an archive and the beginning of a file are read', async () => {
  const film = new Uint8Array(4_000_000).map(
    (_, i) => Math.imul(i ^ (i >> 7), 2_654_435_761) >>> 17,
  );
  const archive = blob(zipSync({ 'a.png': film, 'b.png': film }) as Uint8Array<ArrayBuffer>);
  let read = 0;
  const watched = {
    size: archive.size,
    slice(from: number, to: number) {
      read += Math.min(to, archive.size) - from;
      return archive.slice(from, to);
    },
  };
  const entries = await readZipDirectory(watched);
  for (const entry of entries) {
    // Incompressible, so that deflate stores it in blocks of tens of kilobytes.
    expect(await readEntryHead(watched, entry, 1024)).toEqual(film.subarray(0, 1024));
  }
  expect(archive.size).toBeGreaterThan(1_000_000);
  expect(read).toBeLessThan(400_000);
});

describe('archives made to harm', () => {
  const good = goldenBytes('deflated.zip');
  /** The directory's first entry, and the end record. */
  const at = (mark: number) => {
    const view = new DataView(good.buffer);
    for (let i = 0; i < good.length - 3; i++) if (view.getUint32(i, true) === mark) return i;
    throw new Error('not found');
  };
  const ENTRY = at(0x02014b50);
  const END = at(0x06054b50);
  const changed = (where: number, bytes: 2 | 4, value: number) => {
    const copy = good.slice();
    const view = new DataView(copy.buffer);
    if (bytes === 2) view.setUint16(where, value, true);
    else view.setUint32(where, value, true);
    return blob(copy);
  };
  const second = ENTRY + 46 + 'films/'.length;

  test.each([
    ['no end', blob(good.slice(0, -30)), 'corrupt-zip'],
    ['empty', blob(new Uint8Array(0)), 'corrupt-zip'],
    ['a directory behind the end', changed(END + 16, 4, good.length), 'corrupt-zip'],
    ['more entries than directory', changed(END + 10, 2, 60_000), 'zip-bomb'],
    ['some more entries', changed(END + 10, 2, 40_000), 'corrupt-zip'],
    ['one disk of several', changed(END + 4, 2, 3), 'split-zip'],
    ['files that overlap', changed(second + 42, 4, 0), 'zip-bomb'],
    ['a file that lies outside', changed(second + 20, 4, 0x7ffffff0), 'corrupt-zip'],
  ])('%s', async (_, archive, code) => {
    expect(await codeOf(readZipDirectory(archive))).toBe(code);
  });

  test('a file that claims gigabytes takes no memory', async () => {
    const bomb = zipSync({ 'a.dcm': new Uint8Array(40_000_000) }) as Uint8Array<ArrayBuffer>;
    const archive = blob(bomb);
    const [entry] = await readZipDirectory(archive);
    if (!entry) throw new Error('empty');
    const before = process.memoryUsage().arrayBuffers;
    expect(await codeOf(readEntry(archive, entry))).toBe('zip-bomb');
    const huge = { ...entry, unpackedBytes: 4_000_000_000 };
    expect(await codeOf(readEntry(archive, huge))).toBe('too-large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
    // A claim that is too small is found out without unpacking the rest.
    expect(await codeOf(readEntry(archive, { ...entry, unpackedBytes: 1000 }))).toBe('corrupt-zip');
  });

  test('a wrong checksum, a cut file and a size too large are damage', async () => {
    const archive = blob(good);
    const [entry] = await readZipDirectory(archive);
    if (!entry) throw new Error('empty');
    for (const damage of [
      { crc32: entry.crc32 ^ 1 },
      { unpackedBytes: entry.unpackedBytes + 1 },
      { packedBytes: entry.packedBytes - 20 },
      { headerAt: entry.headerAt + 1 },
      { headerAt: 2 ** 52 },
    ]) {
      expect(await codeOf(readEntry(archive, { ...entry, ...damage }))).toBe('corrupt-zip');
    }
  });

  test('paths name no place outside', async () => {
    const files = { '../../etc/x.png': strToU8('a'), '/abs/./y.png': strToU8('b') };
    const entries = await readZipDirectory(blob(zipSync(files) as Uint8Array<ArrayBuffer>));
    expect(entries.map(({ path }) => path)).toEqual(['etc/x.png', 'abs/y.png']);
  });
});
