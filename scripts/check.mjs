import { fences, lint, runChecks, types } from './checks.mjs';
import { install } from './install.mjs';
import { answerHelp } from './usage.mjs';

answerHelp(`
npm run check

The quick checks, a few seconds together: types (tsc), format and lint (biome), and the fences of the house
(packages/testing/house). "npx biome check --write" mends most of what biome finds.
`);

await install();
const { failed } = await runChecks([types, lint, fences]);
process.exit(failed === 0 ? 0 : 1);
