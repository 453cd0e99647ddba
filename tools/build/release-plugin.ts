import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { Release } from '../../src/workers/offline/protocol.ts';

type Change = Omit<Release, 'build'>;

/**
 * Writes release.json from the newest entry of changes.json, for the bar that offers a new version.
 * Refuses to build a version whose changes nobody wrote down.
 */
export function release(): Plugin {
  return {
    name: 'release',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
        const [newest] = JSON.parse(readFileSync('changes.json', 'utf8')) as Change[];
        if (!newest || newest.version !== version) {
          return this.error(
            `package.json says ${version}, changes.json ${newest?.version ?? 'nothing'}`,
          );
        }
        // Names hold the hashes of contents.
        const names = Object.keys(bundle).sort().join();
        const build = createHash('sha256').update(names).digest('hex').slice(0, 8);
        const told: Release = { ...newest, build };
        this.emitFile({ type: 'asset', fileName: 'release.json', source: JSON.stringify(told) });
      },
    },
  };
}
