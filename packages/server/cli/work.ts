import type { Command } from 'commander';
import { compose } from '../compose.ts';
import { runningLog, runUntilStopped } from './run-until-stopped.ts';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

/** `huying work`: clocks, senders and housekeeping without the doors. */
export function addWork(program: Command, terminal: Terminal): void {
  teach(program.command('work'), terminal, {
    does: { zh: '运行时钟、发送和日常清理', en: 'Run clocks, senders and housekeeping' },
    know: {
      zh: '可在多台机器上同时运行任意多个；每个档位只触发一次。与 huying serve --no-work 配合使用。',
      en: 'Any number may run at once, on several machines; each rung fires once. Goes with "huying serve --no-work".',
    },
    examples: ['huying work', 'DATABASE_URL=postgres://huying:…@db/huying huying work'],
  }).action(async () => {
    const running = await compose({ log: await runningLog() });
    running.work();
    terminal.out(terminal.say({ zh: '时钟和发送已运行。', en: 'Clocks and senders are running.' }));
    await runUntilStopped(() => running.close(), terminal);
  });
}
