import { prepareBrowser } from './browser.mjs';
import { lint, runChecks, types } from './checks.mjs';
import { install } from './install.mjs';
import { answerHelp } from './usage.mjs';
import { runVitest } from './vitest-run.mjs';
import { buildWeb } from './web-build.mjs';

answerHelp(`
npm test

Everything: types, format and lint, every test beside its file, the fences, the build of the pages, and the stories
through browser and PostgreSQL. Installs what it needs first (Chromium and a Chinese font through apt, as root on
Debian). The last line counts what really ran. For a part of it:
  npm run check                         types, lint and fences only
  npx vitest run packages/kit/clock     the tests of one folder
  npm run e2e -- hotline                one story
`);

await install();
const checks = await runChecks([
  types,
  lint,
  { name: 'the pages build (vite)', holds: async () => (await buildWeb()) === 0 },
  { name: 'a browser is there (chromium)', holds: prepareBrowser },
]);
const counts = [checks, await runVitest('vitest.config.ts'), await runVitest('e2e/vitest.config.ts')];
const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ kind) => counts.reduce((all, one) => all + one[kind], 0);
const failed = sum('failed');
if (sum('skipped') > 0) process.stdout.write(`${sum('skipped')} skipped\n`);
process.stdout.write(`${sum('passed')} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
