import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Receipt } from '@huying/server/case';
import type { Capacity } from '@huying/server/ledger';
import type { Answer, Assignment } from './program-process.ts';

/** A process of the program that can be killed: one that opens cases, or one that fires clocks. */
export interface Program {
  /** Opens a case. Rejects where the operation did, and when the process dies before it answered. */
  open(capacity: Capacity, key: string, title: string): Promise<Receipt>;
  /** SIGKILL: nothing is finished, nothing is said. */
  kill(): Promise<void>;
}

/** Starts the program over a database that has its district already. Ready when it is answered. */
export async function startProgram(assignment: Assignment): Promise<Program> {
  const child = fork(path.join(import.meta.dirname, 'program-process.ts'), [JSON.stringify(assignment)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (answer: Answer | null) => void>();
  let asked = 0;
  child.on('message', (message) => {
    const answer = message as Answer;
    waiting.get(answer.number)?.(answer);
    waiting.delete(answer.number);
  });
  child.on('exit', () => {
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  });
  await ready(child, waiting);
  return {
    async open(capacity, key, title) {
      asked += 1;
      const number = asked;
      const answer = await new Promise<Answer | null>((resolve) => {
        waiting.set(number, resolve);
        // A process that died a moment ago takes nothing and answers nothing.
        if (!child.connected || !child.send({ number, capacity, key, title })) if (!child.connected) resolve(null);
      });
      if (answer?.receipt === undefined) throw new Error(answer?.error ?? 'the process is gone');
      return answer.receipt;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function ready(child: ChildProcess, waiting: Map<number, (answer: Answer | null) => void>): Promise<void> {
  const answer = await new Promise<Answer | null>((resolve) => waiting.set(0, resolve));
  if (answer === null) throw new Error(`the process ended with ${child.exitCode ?? child.signalCode}`);
}
