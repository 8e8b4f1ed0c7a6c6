import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['packages/testing/database/global-setup.ts'],
    setupFiles: ['packages/testing/property/seed.ts'],
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'district/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
