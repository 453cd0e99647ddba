import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/app/i18n/setup.ts'],
    testTimeout: 60_000,
  },
});
