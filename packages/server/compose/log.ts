import type { Log } from '../db/index.ts';

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type Level = (typeof levels)[number];

/** One JSON object a line, for whatever gathers logs. Nothing but what callers name goes in: no bodies, no queries, no names. */
export function jsonLog(least: Level, write: (line: string) => void, now: () => number): Log {
  const at = (level: Level) => (fields: Readonly<Record<string, unknown>>, sentence: string) => {
    if (levels.indexOf(level) < levels.indexOf(least)) return;
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, ...fields, message: sentence })}\n`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** The level that HUYING_LOG names; by default people at a terminal are told of trouble only, and files of everything. */
export function levelOf(named: string | undefined, atTerminal: boolean): Level {
  const level = levels.find((one) => one === named);
  return level ?? (atTerminal ? 'warn' : 'info');
}
