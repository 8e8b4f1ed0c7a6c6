import { run } from './child.mjs';
import { install } from './install.mjs';
import { root } from './place.mjs';
import { runtime, runtimeEnv } from './runtime.mjs';
import { answerHelp } from './usage.mjs';

answerHelp(`
npm run dev [-- OPTIONS]

For work on the code: the server of the demo district, restarted when a file it uses changes, beside vite's own server
with the pages, updated as you type. Open the address that vite prints. Ctrl-C stops both.

OPTIONS go to "huying serve --demo"; "npx huying serve --help" lists them.
`);

await install();
process.stdout.write('Starting the server and the pages, both watching the source.\n');
const server = ['--watch', 'packages/server/bin/huying.js', 'serve', '--demo', ...process.argv.slice(2)];
const pages = [`${root}/node_modules/vite/bin/vite.js`, '--config', 'packages/web/vite.config.ts'];
const ended = Promise.race([run(runtime(), server, runtimeEnv()), run(runtime(), pages, runtimeEnv())]);
ended.then((code) => {
  // One without the other is of no use; our own signal handlers pass this on to whichever still runs.
  process.kill(process.pid, 'SIGTERM');
  process.exitCode = code;
});
