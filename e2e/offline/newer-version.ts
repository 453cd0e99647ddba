import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listShell } from '../../tools/build/list-shell.ts';

export const NEWER = {
  version: '9.9.9',
  date: '2031-05-17',
  build: '12345678',
  changes: ['A change made by a test.'],
} as const;

const hash = (bytes: Buffer, encoding: 'hex' | 'base64') =>
  createHash('sha256').update(bytes).digest(encoding);

/**
 * The files in which a newer version differs from the built one: what it says of itself, and a
 * network whose model.json has other bytes of the same meaning, under a card that says so.
 */
export function newerVersion(folder: string): Map<string, Buffer> {
  const read = (path: string) => readFileSync(join(folder, path));
  const model = Buffer.concat([read('models/resunet/model.json'), Buffer.from('\n')]);
  const card = JSON.parse(read('models/resunet/card.json').toString());
  card.files['model.json'] = hash(model, 'hex');
  const changed = new Map([
    ['release.json', Buffer.from(JSON.stringify(NEWER))],
    ['models/resunet/card.json', Buffer.from(JSON.stringify(card))],
  ]);
  let worker = read('service-worker.js').toString();
  for (const { url, integrity } of listShell(folder)) {
    const bytes = changed.get(url);
    if (bytes) worker = worker.replaceAll(integrity, `sha256-${hash(bytes, 'base64')}`);
  }
  changed.set('models/resunet/model.json', model);
  changed.set('service-worker.js', Buffer.from(worker));
  return changed;
}
