import { prepareBrowser } from './browser.mjs';
import { install } from './install.mjs';
import { answerHelp } from './usage.mjs';
import { runVitest } from './vitest-run.mjs';
import { buildWeb } from './web-build.mjs';

answerHelp(`
npm run e2e [-- FILTER]

The stories told through the whole program: a server of its own, PostgreSQL, and Chromium where there are pages.
FILTER names files, as with vitest. For example:
  npm run e2e -- hotline
`);

await install();
if (!(await prepareBrowser())) process.exit(1);
if ((await buildWeb()) !== 0) process.exit(1);
const { failed } = await runVitest('e2e/vitest.config.ts', process.argv.slice(2));
process.exit(failed === 0 ? 0 : 1);
