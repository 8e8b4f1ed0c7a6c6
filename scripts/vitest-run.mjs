import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { run } from './child.mjs';
import { cache, root } from './place.mjs';
import { runtime, runtimeEnv } from './runtime.mjs';

/**
 * What really ran.
 * @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Count
 */

/**
 * Runs vitest once and counts the tests by its own report. A file that does not load, or an error outside any test,
 * counts as one failure, for vitest's own numbers pass over both.
 * @param {string} config  path of the configuration
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
export async function runVitest(config, args = []) {
  const report = `${cache}/${config.replaceAll('/', '-')}.json`;
  mkdirSync(cache, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = [`${root}/node_modules/vitest/vitest.mjs`, 'run', '--config', config, ...reporters, ...args];
  const code = await run(runtime(), vitest, runtimeEnv());
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  return countOf(JSON.parse(readFileSync(report, 'utf8')), code);
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @param {number} code  vitest's exit code
 * @returns {Count}
 */
export function countOf(report, code) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
