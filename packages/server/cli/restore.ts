import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

/** `huying restore`: a backup into an empty database, checked before and after. */
export function addRestore(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  teach(program.command('restore'), terminal, {
    does: { zh: '把备份恢复到一个空的数据库', en: 'Restore a backup into an empty database' },
    know: {
      zh: '先通读备份并核对散列，装入后重算每条流水链，全部相符才生效，否则什么也不改变。主密钥须是备份时的那一把。',
      en: 'The file is read through and its hashes compared first; every chain of the ledger is recomputed before anything takes effect. The master key must be the one of the backup.',
    },
    examples: [
      'huying restore /backup/huying-2026-07-01.huying',
      'HUYING_HOME=/srv/new huying restore /backup/huying-2026-07-01.huying',
    ],
  })
    .argument('<file>', say({ zh: '备份文件', en: 'backup file' }))
    .action(async (file: string) => {
      const [{ checkBackup, openDb }, { restoreVerified }] = await Promise.all([
        import('../db/index.ts'),
        import('../ledger/index.ts'),
      ]);
      const progress = await terminal.progress();
      const onProgress = (done: number, total: number, what: string) => progress.at(what, done, total);
      try {
        await checkBackup(file, onProgress);
        const db = await openDb();
        try {
          const { rows, head } = await restoreVerified(db, file, onProgress);
          progress.end();
          const districts = head.tenants.join(', ');
          const told = {
            zh: `已恢复 ${rows} 行（${districts}），每条流水链都相符。`,
            en: `${rows} rows are restored (${districts}); every chain of the ledger agrees.`,
          };
          terminal.answer({ file, rows, head }, [say(told)]);
        } finally {
          await db.close();
        }
      } finally {
        progress.end();
      }
    });
}
