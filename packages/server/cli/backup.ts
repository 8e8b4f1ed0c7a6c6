import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

/** `huying backup`: one consistent file, while the program runs. */
export function addBackup(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  teach(program.command('backup'), terminal, {
    does: { zh: '备份数据库到一个文件', en: 'Back the database up to one file' },
    know: {
      zh: '运行中即可备份，得到同一时刻的完整内容。另须保管：主密钥（.huying/keys/master 或 HUYING_MASTER_KEY，须与备份分开存放）和上传文件的文件夹（.huying/files）。',
      en: 'May be done while the program runs; the file holds one moment. Keep two more things: the master key (.huying/keys/master or HUYING_MASTER_KEY, apart from the backup) and the folder of uploaded files (.huying/files).',
    },
    examples: ['huying backup /backup/huying-2026-07-01.huying', 'huying backup one.huying --district 440199'],
  })
    .argument('<file>', say({ zh: '文件', en: 'file' }))
    .option('--district <code>', say({ zh: '只备份一个区', en: 'one district only' }))
    .action(async (file: string, asked: { readonly district?: string }) => {
      const { backup, openDb } = await import('../db/index.ts');
      const db = await openDb();
      const progress = await terminal.progress();
      try {
        const { rows, head } = await backup(db, file, {
          now: Date.now(),
          onProgress: (done, total, what) => progress.at(what, done, total),
          ...(asked.district === undefined ? {} : { tenant: asked.district }),
        });
        progress.end();
        terminal.answer({ file, rows, head }, [
          say({ zh: `已备份 ${rows} 行到 ${file}。`, en: `${rows} rows are in ${file}.` }),
        ]);
      } finally {
        progress.end();
        await db.close();
      }
    });
}
