import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ShellFile } from '../../src/workers/offline/shell-file.ts';

/** Networks are not part of the shell; shelf and cards are, since they say which networks belong to it. */
function belongs(url: string): boolean {
  return !url.startsWith('models/') || /\/(card|shelf)\.json$/.test(url);
}

/** The files of a built app that a service worker keeps, in a stable order. */
export function listShell(folder: string): ShellFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path, url: relative(folder, path).split(sep).join('/') }))
    .filter(({ url }) => belongs(url))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ path, url }) => ({
      url,
      integrity: `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`,
    }));
}
