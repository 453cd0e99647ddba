import { defineConfig } from '@playwright/test';
import { findChromium } from './tools/chromium/find-chromium.ts';

const PORT = process.env.APP_PORT ?? '4173';
const APP_URL = `http://127.0.0.1:${PORT}/`;

/** WebGPU and WebGL run on SwiftShader, Chromium's own software GPU, so that CI needs none. */
const SOFTWARE_GPU = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--enable-unsafe-swiftshader',
];

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  timeout: 120_000,
  // A test that fails and then passes is printed as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: process.env.CI ? 'line' : 'list',
  use: {
    baseURL: APP_URL,
    screenshot: 'only-on-failure',
    // It would hide the network from tests that disturb it; e2e/offline.spec.ts is about it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: findChromium(),
      args: ['--no-sandbox', ...SOFTWARE_GPU],
    },
  },
  projects: [
    { name: 'app', testIgnore: 'parity/**' },
    { name: 'parity', testMatch: 'parity/*.spec.ts' },
  ],
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort --host 127.0.0.1`,
    url: APP_URL,
    reuseExistingServer: !process.env.CI,
  },
});
