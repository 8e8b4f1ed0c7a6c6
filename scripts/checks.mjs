import { run } from './child.mjs';
import { root } from './place.mjs';
import { runtime, runtimeEnv } from './runtime.mjs';

/**
 * One thing that either holds or does not.
 * @typedef {{ readonly name: string, readonly holds: () => Promise<boolean> }} Check
 */

/** @type {Check} */
export const types = { name: 'types (tsc)', holds: () => succeeds('typescript/bin/tsc', ['--noEmit', '-p', '.']) };

/** @type {Check} */
export const lint = { name: 'format and lint (biome)', holds: () => succeeds('@biomejs/biome/bin/biome', ['check']) };

/** @type {Check} */
export const fences = {
  name: 'the house (fences)',
  holds: () => succeeds('vitest/vitest.mjs', ['run', '--reporter=dot', 'packages/testing/house', 'scripts']),
};

/**
 * Runs one check after another, saying of each whether it holds.
 * @param {readonly Check[]} checks
 * @returns {Promise<import('./vitest-run.mjs').Count>}
 */
export async function runChecks(checks) {
  let passed = 0;
  for (const check of checks) {
    const holds = await check.holds();
    if (holds) passed += 1;
    process.stdout.write(`${holds ? 'ok  ' : 'FAIL'}  ${check.name}\n`);
  }
  return { passed, failed: checks.length - passed, skipped: 0 };
}

/**
 * @param {string} tool  path under node_modules
 * @param {readonly string[]} args
 */
async function succeeds(tool, args) {
  return (await run(runtime(), [`${root}/node_modules/${tool}`, ...args], runtimeEnv())) === 0;
}
