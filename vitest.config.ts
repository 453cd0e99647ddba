import { defineConfig } from 'vitest/config';

export default defineConfig({
  // node_modules may be a link to a folder elsewhere, as in a second working tree.
  server: { fs: { strict: false } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/app/i18n/setup.ts'],
    testTimeout: 60_000,
  },
});
