import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { programFolder } from '@huying/server/db';

/** `huying serve` as a process of its own, on a port of its own choosing, without clocks and senders. */
export interface Served {
  readonly address: string;
  /** Milliseconds from the start of the process to its first answer. */
  readonly readyAfter: number;
  /** Megabytes of memory that the process holds now. */
  memory(): number;
  stop(): Promise<void>;
}

export async function serve(): Promise<Served> {
  const from = performance.now();
  const child = spawn(
    path.join(programFolder, 'packages/server/bin/huying.js'),
    ['serve', '--port', '0', '--no-work', '--json'],
    {
      env: { ...process.env, HUYING_LOG: 'warn', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const address = await addressOf(child);
  const answer = await fetch(`${address}/health`);
  if (!answer.ok) {
    child.kill('SIGTERM');
    throw new Error(`/health answered ${answer.status}: ${await answer.text()}`);
  }
  return {
    address,
    readyAfter: performance.now() - from,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const end = said.indexOf('\n');
    if (end >= 0) return (JSON.parse(said.slice(0, end)) as { address: string }).address;
  }
  throw new Error('serve ended without an address');
}
