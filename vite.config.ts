import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ISOLATION } from './src/platform/service-worker/security-headers.ts';
import { contentPolicy } from './tools/offline/policy-plugin.ts';
import { release } from './tools/offline/release-plugin.ts';
import { serviceWorker } from './tools/offline/service-worker-plugin.ts';
import { webManifest } from './tools/offline/web-manifest-plugin.ts';
import { wasmThreads } from './tools/wasm-threads-plugin.ts';

export default defineConfig({
  base: './',
  plugins: [
    react(),
    wasmThreads(),
    contentPolicy(),
    webManifest(),
    release(),
    serviceWorker('src/app/service-worker.ts'),
  ],
  worker: { format: 'es', plugins: () => [wasmThreads()] },
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
