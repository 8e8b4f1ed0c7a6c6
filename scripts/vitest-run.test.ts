import { describe, expect, it } from 'vitest';
import { runsTypeScript } from './runtime.mjs';
import { countOf } from './vitest-run.mjs';

describe('the runtime', () => {
  it.each(['22.18.0', '23.6.0', '24.0.0', '26.1.2'])('Node %s runs TypeScript as it stands', (version) => {
    expect(runsTypeScript(version)).toBe(true);
  });
  it.each(['20.20.2', '22.17.1', '23.5.0'])('Node %s does not', (version) => {
    expect(runsTypeScript(version)).toBe(false);
  });
});

describe('the count of a test run', () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  });
  const report = (numPassedTests: number, numFailedTests: number, ...testResults: ReturnType<typeof file>[]) => ({
    numPassedTests,
    numFailedTests,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults,
  });

  it('is what vitest counted where every file loaded', () => {
    const all = report(1, 1, file('passed', 'passed'), file('failed', 'failed'));
    expect(countOf(all, 1)).toEqual({ passed: 1, failed: 1, skipped: 3 });
  });
  it('counts a file that did not load as one failure', () => {
    expect(countOf(report(1, 0, file('passed', 'passed'), file('failed')), 1).failed).toBe(1);
  });
  it('counts an error outside every test as one failure', () => {
    expect(countOf(report(1, 0, file('passed', 'passed')), 1).failed).toBe(1);
  });
});
