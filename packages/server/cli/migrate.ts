import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

/** `huying migrate`: brings the database up to date and ends; `serve` and `work` do it by themselves. */
export function addMigrate(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  teach(program.command('migrate'), terminal, {
    does: { zh: '升级数据库结构', en: 'Bring the database up to date' },
    know: {
      zh: 'serve 和 work 启动时会自动升级；此命令供需要分步升级的部署使用。只进不退，请先备份。',
      en: 'serve and work do it when they start; this is for deployments that upgrade in steps. There is no way back: make a backup first.',
    },
    examples: ['huying backup before-upgrade.huying && huying migrate'],
  }).action(async () => {
    const { migrate, openDb, knownMigrations } = await import('../db/index.ts');
    const db = await openDb();
    try {
      const applied = await migrate(db);
      const at = knownMigrations().at(-1)?.number ?? 0;
      const told =
        applied.length === 0
          ? say({ zh: `数据库已是最新（第 ${at} 号）。`, en: `The database is up to date (${at}).` })
          : say({ zh: `已执行 ${applied.join('、')}。`, en: `Applied ${applied.join(', ')}.` });
      terminal.answer({ applied, at }, [told]);
    } finally {
      await db.close();
    }
  });
}
