import { defineConfig } from 'vitest/config';

/** Stories through the whole program. One file at a time: each starts a server, a database and a browser of its own. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    fileParallelism: false,
    // The steps of a story stand on one another: after the first that fails, the rest would only wait in vain.
    bail: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
