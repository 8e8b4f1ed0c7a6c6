import { defineConfig } from 'vitest/config';

/** Stories through the whole program. One file at a time: each starts a server, a database and a browser of its own. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
