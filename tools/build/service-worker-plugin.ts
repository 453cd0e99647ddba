import { resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { listShell } from './list-shell.ts';

const FILE_NAME = 'service-worker.js';

/**
 * Builds the service worker last, beside the finished app, with the list of its files and their
 * hashes in it: a change of any file changes the service worker, which is how browsers notice.
 */
export function serviceWorker(entry: string): Plugin {
  let config: ResolvedConfig;
  let failed = false;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    buildEnd(error) {
      failed = error !== undefined;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (failed) return;
        const outDir = resolve(config.root, config.build.outDir);
        const files = listShell(outDir).filter(({ url }) => url !== FILE_NAME);
        await build({
          configFile: false,
          root: config.root,
          publicDir: false,
          logLevel: 'warn',
          define: {
            __SHELL__: JSON.stringify(files),
            'process.env.NODE_ENV': JSON.stringify('production'),
          },
          build: {
            outDir,
            emptyOutDir: false,
            rollupOptions: {
              input: resolve(config.root, entry),
              output: { format: 'iife', entryFileNames: FILE_NAME },
            },
          },
        });
      },
    },
  };
}
