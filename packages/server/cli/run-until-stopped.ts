import type { Log } from '../db/index.ts';
import type { Terminal } from './terminal.ts';

/** How long requests and rungs under way may take to finish after a signal. */
const PATIENCE_MS = 20_000;

/** Waits for SIGINT, SIGTERM or SIGHUP, then closes; a second signal, or too long a closing, ends the process at once. */
export async function runUntilStopped(close: () => Promise<void>, terminal: Terminal): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  await new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
  for (const signal of signals) process.once(signal, () => process.exit(1));
  terminal.err(terminal.say({ zh: '正在停止……', en: 'Stopping …' }));
  const late = setTimeout(() => process.exit(1), PATIENCE_MS);
  late.unref();
  await close();
  clearTimeout(late);
}

/** The log of a running program: JSON lines to standard error. */
export async function runningLog(): Promise<Log> {
  const { jsonLog, levelOf } = await import('../compose/index.ts');
  const level = levelOf(process.env.HUYING_LOG, process.stderr.isTTY === true);
  return jsonLog(level, (line) => process.stderr.write(line), Date.now);
}
