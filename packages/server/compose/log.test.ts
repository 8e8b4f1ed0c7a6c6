import { expect, it } from 'vitest';
import { jsonLog, levelOf } from './log.ts';

it('a log is one JSON object a line, from the level asked for', () => {
  const lines: string[] = [];
  const log = jsonLog(
    'warn',
    (line) => lines.push(line),
    () => Date.UTC(2026, 6, 1),
  );
  log.info({ a: 1 }, 'Not told.');
  log.warn({ tenant: '440199' }, 'Told.');
  expect(lines).toEqual(['{"time":"2026-07-01T00:00:00.000Z","level":"warn","tenant":"440199","message":"Told."}\n']);
});

it.each([
  [undefined, true, 'warn'],
  [undefined, false, 'info'],
  ['debug', true, 'debug'],
  ['loud', false, 'info'],
] as const)('HUYING_LOG=%s at a terminal (%s) means %s', (named, atTerminal, level) => {
  expect(levelOf(named, atTerminal)).toBe(level);
});
