import { spawn } from 'node:child_process';
import { root } from './place.mjs';

const passedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program in the repository's folder with our own input and output, passes signals on to it, and answers its exit
 * code (128 + n where signal n ended it).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function run(program, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
    const stop = passedOn.map((signal) => {
      // A terminal sends Ctrl-C to the whole group, so the child has it already; twice would read as "at once".
      const pass = () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
      process.on(signal, pass);
      return () => process.off(signal, pass);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const end of stop) end();
      resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15));
    });
  });
}
