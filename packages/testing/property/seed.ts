import { configureGlobal } from 'fast-check';

/**
 * Every run of the tests tries the same values, so that what passed for the one who wrote a change passes for the next.
 * To look for more: `HUYING_SEED=random HUYING_RUNS=2000 npx vitest run packages/kit` takes other values each time, and as many as it is told
 * wherever a test names no number of its own; a failure prints the seed that leads back to it.
 */
const { HUYING_SEED: seed = '20270301', HUYING_RUNS: runs } = process.env;

configureGlobal({
  ...(seed === 'random' ? {} : { seed: Number(seed) }),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
});
