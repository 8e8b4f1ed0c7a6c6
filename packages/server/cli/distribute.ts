import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

/** `huying distribute`: what would be executed on Citus to spread the database over servers by district. */
export function addDistribute(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  teach(program.command('distribute'), terminal, {
    does: {
      zh: '按区分布：核对数据库结构，列出在 Citus 上要执行的语句',
      en: 'Spread by district: check the schema and tell what would be executed on Citus',
    },
    know: {
      zh: '只核对和列出，不改动数据库。结构不能分布时逐条说明原因并以非零码退出。语句未在 Citus 上试过，请先在副本上执行；见 docs/guide/distribute.zh-CN.md。',
      en: 'Only checks and tells, changes nothing. A schema that cannot be spread is refused with every reason, and the exit code is not zero. The statements were not tried on Citus: run them on a copy first; see docs/guide/distribute.md.',
    },
    examples: ['huying distribute', 'huying distribute --sql spread.sql'],
  })
    .option('--sql <file>', say({ zh: '把语句写入文件', en: 'write the statements to a file' }))
    .action((asked: { readonly sql?: string }) => distribute(asked.sql, terminal));
}

async function distribute(file: string | undefined, terminal: Terminal): Promise<void> {
  const { say } = terminal;
  const [{ openDb }, { spreadOf }] = await Promise.all([import('../db/index.ts'), import('../tenant/index.ts')]);
  const db = await openDb();
  try {
    const { statements, distributed, reference, local } = await spreadOf(db);
    if (file !== undefined) await writeFile(file, `${statements.join('\n')}\n`);
    const places = [
      say({
        zh: `按区分布 ${distributed.length} 张表：${distributed.join('、')}`,
        en: `Spread by district, ${distributed.length} tables: ${distributed.join(', ')}`,
      }),
      say({
        zh: `每台服务器一份 ${reference.length} 张：${reference.join('、')}`,
        en: `A copy on every server, ${reference.length}: ${reference.join(', ')}`,
      }),
      say({
        zh: `只在第一台 ${local.length} 张：${local.join('、')}，以及任务队列 graphile_worker`,
        en: `On the first server alone, ${local.length}: ${local.join(', ')}, and the queue of jobs, graphile_worker`,
      }),
    ];
    const rest =
      file === undefined ? statements : [say({ zh: `语句已写入 ${file}。`, en: `The statements are in ${file}.` })];
    terminal.answer({ distributed, reference, local, statements }, [...places, ...rest]);
  } finally {
    await db.close();
  }
}
