import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { ISOLATION } from '../../src/workers/offline/security-headers.ts';
import { wasmThreads } from '../../tools/build/wasm-threads-plugin.ts';

/** A page of its own, built and minified like the app, so that the app ships no test code. */
export const viteOptions: InlineConfig = {
  configFile: false,
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [wasmThreads()],
  worker: { format: 'es', plugins: () => [wasmThreads()] },
  build: {
    outDir: join(import.meta.dirname, '..', '..', 'dist-parity'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
  },
  preview: { headers: ISOLATION, port: 0, host: '127.0.0.1' },
  logLevel: 'error',
};
