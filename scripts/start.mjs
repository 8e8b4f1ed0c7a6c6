import { run } from './child.mjs';
import { install } from './install.mjs';
import { root } from './place.mjs';
import { runtime, runtimeEnv } from './runtime.mjs';
import { answerHelp } from './usage.mjs';
import { buildWeb } from './web-build.mjs';

answerHelp(`
npm start [-- OPTIONS]

Starts Huying with the demo district: installs what is missing, builds the pages where they changed, starts the
embedded PostgreSQL (or uses the server that DATABASE_URL names) and prints the addresses and sign-ins.
Ctrl-C stops all of it. Data stays under .huying/.

OPTIONS go to "huying serve --demo"; "npx huying serve --help" lists them. For example:
  npm start -- --port 8080
  DATABASE_URL=postgres://user:password@host/huying npm start
`);

await install();
const built = await buildWeb();
if (built !== 0) process.exit(built);
// Ends here, with a sentence, where no Node runs the program.
runtime();
process.exit(
  await run(`${root}/packages/server/bin/huying.js`, ['serve', '--demo', ...process.argv.slice(2)], runtimeEnv()),
);
