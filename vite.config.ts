import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { isolation } from './tools/isolation.ts';
import { wasmThreads } from './tools/wasm-threads-plugin.ts';

export default defineConfig({
  base: './',
  plugins: [react(), wasmThreads()],
  worker: { format: 'es', plugins: () => [wasmThreads()] },
  server: { headers: isolation },
  preview: { headers: isolation },
});
