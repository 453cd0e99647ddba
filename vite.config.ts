import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ISOLATION } from './src/workers/offline/security-headers.ts';
import { contentPolicy } from './tools/build/policy-plugin.ts';
import { release } from './tools/build/release-plugin.ts';
import { serviceWorker } from './tools/build/service-worker-plugin.ts';
import { wasmThreads } from './tools/build/wasm-threads-plugin.ts';
import { webManifest } from './tools/build/web-manifest-plugin.ts';

export default defineConfig({
  base: './',
  plugins: [
    react(),
    wasmThreads(),
    contentPolicy(),
    webManifest(),
    release(),
    serviceWorker('src/workers/offline/service-worker.ts'),
  ],
  worker: {
    format: 'es',
    plugins: () => [wasmThreads()],
    rolldownOptions: {
      output: {
        // Every worker's entry is called worker.ts; its folder tells which one it is.
        entryFileNames: ({ facadeModuleId }) =>
          `assets/${basename(dirname(facadeModuleId ?? ''))}-worker-[hash].js`,
      },
    },
  },
  resolve: {
    alias: {
      // Radix locks scrolling by a <style> element, which the Content-Security-Policy forbids.
      'react-style-singleton': fileURLToPath(
        new URL('./src/app/styles/adopted-style-singleton.ts', import.meta.url),
      ),
    },
  },
  server: { headers: ISOLATION },
  preview: { headers: ISOLATION },
});
