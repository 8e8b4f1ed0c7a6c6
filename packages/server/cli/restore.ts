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
    examples: ['huying restore /backup/huying-2026-07-01.huying', 'HUYING_HOME=/srv/new huying restore /backup/huying-2026-07-01.huying'],
  })
    .argument('<file>', say({ zh: '备份文件', en: 'backup file' }))
    .action(async (file: string) => {
      const [{ checkBackup, openDb, restore }, { verifyChains }, { listTenants }, { HuyingError }] = await Promise.all([
        import('../db/index.ts'),
        import('../ledger/index.ts'),
        import('../tenant/index.ts'),
        import('@huying/kit/error'),
      ]);
      const progress = await terminal.progress();
      const onProgress = (done: number, total: number, what: string) => progress.at(what, done, total);
      await checkBackup(file, onProgress);
      const db = await openDb();
      try {
        const { rows } = await restore(db, file, { onProgress });
        let entries = 0;
        for (const { code } of await listTenants(db)) {
          const whole = await verifyChains(db, code);
          if (whole.broken !== null) {
            const { subject, seq, reason } = whole.broken;
            throw new HuyingError('ledger.broken', { subject, seq }, [{ path: `/${subject}/${seq}`, ...reason }]);
          }
          entries += whole.entries;
        }
        progress.end();
        const told = { zh: `已恢复 ${rows} 行，${entries} 条流水全部相符。`, en: `${rows} rows are restored; all ${entries} entries of the ledger agree.` };
        terminal.answer({ file, rows, entries }, [say(told)]);
      } finally {
        progress.end();
        await db.close();
      }
    });
}
