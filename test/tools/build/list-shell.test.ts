import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { integrityOf } from '../../../src/workers/offline/shell-file.ts';
import { listShell } from '../../../tools/build/list-shell.ts';

const FILES = {
  'index.html': '<!doctype html>',
  'assets/b.js': 'b',
  'assets/a.js': 'a',
  'models/shelf.json': '{}',
  'models/net/card.json': '{ "files": {} }',
  'models/net/model.json': '{}',
  'models/net/group1-shard1of1.bin': 'weights',
};
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'manet-shell-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

it('lists the app and the cards of its networks, but no networks', () => {
  expect(listShell(folder).map(({ url }) => url)).toEqual([
    'assets/a.js',
    'assets/b.js',
    'index.html',
    'models/net/card.json',
    'models/shelf.json',
  ]);
});

it('gives the hashes that the service worker computes', async () => {
  for (const { url, integrity } of listShell(folder)) {
    const bytes = new TextEncoder().encode(FILES[url as keyof typeof FILES]);
    expect(await integrityOf(bytes.buffer)).toBe(integrity);
  }
});
