import { run } from './child.mjs';
import { install } from './install.mjs';
import { runtime, runtimeEnv } from './runtime.mjs';

// Its help is the benchmark's own: every argument, --help among them, goes through.
await install();
process.exit(await run(runtime(), ['bench/main.ts', ...process.argv.slice(2)], runtimeEnv()));
