const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const works = new Set<() => void>();

function runAll(): void {
  for (const work of works) work();
  works.clear();
}

function onSignal(name: NodeJS.Signals, number: number): void {
  // Someone else handles it, and ends the program in good order.
  if (process.listenerCount(name) > 1) return;
  runAll();
  process.exit(128 + number);
}

/** Runs `work` when the process ends in an orderly way, or by a signal that nobody else handles. Returns how to take it back. */
export function atExit(work: () => void): () => void {
  if (works.size === 0) {
    process.on('exit', runAll);
    for (const name of SIGNALS) process.on(name, onSignal);
  }
  works.add(work);
  return () => {
    if (!works.delete(work) || works.size > 0) return;
    process.off('exit', runAll);
    for (const name of SIGNALS) process.off(name, onSignal);
  };
}
