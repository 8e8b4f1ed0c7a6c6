import type { Command } from 'commander';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

/** `huying search`: what cases are found by. */
export function addSearch(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  const search = teach(program.command('search'), terminal, {
    does: { zh: '搜索索引', en: 'The search index' },
    examples: ['huying search rebuild', 'huying search rebuild --district 440199'],
  });
  teach(search.command('rebuild'), terminal, {
    does: { zh: '重建搜索索引', en: 'Build the search index anew' },
    know: {
      zh: '地名、事项类别改名后由后台任务自动按新名建立索引，不必运行本命令；仅在索引损坏、或大量改名后要收缩索引时使用。运行中也可重建，期间照常搜索；中断后再次运行即从断点继续。',
      en: 'Places and matters that were renamed are indexed by their new names in the background, without this; it is for an index that is damaged, or grown by many renamings. May be done while the program runs, search goes on meanwhile; broken off, it goes on where it was.',
    },
    examples: ['huying search rebuild', 'huying search rebuild --district 440199 --json'],
  })
    .option('--district <code>', say({ zh: '只重建一个区', en: 'one district only' }))
    .action((asked: { readonly district?: string }) => rebuild(asked.district, terminal));
}

async function rebuild(district: string | undefined, terminal: Terminal): Promise<void> {
  const [{ withProgram }, { rebuildSearch }, { listTenants }, { districtOrOnly }] = await Promise.all([
    import('./with-program.ts'),
    import('../case/index.ts'),
    import('../tenant/index.ts'),
    import('./district-named.ts'),
  ]);
  const progress = await terminal.progress();
  await withProgram(async ({ services }) => {
    const { db } = services;
    const meant = district === undefined ? await listTenants(db) : [await districtOrOnly(db, district)];
    const told: { district: string; cases: number }[] = [];
    for (const { code } of meant) {
      const cases = await rebuildSearch(services, code, (done) => progress.at(code, done, done));
      told.push({ district: code, cases });
    }
    progress.end();
    const lines = told.map(({ district: code, cases }) =>
      terminal.say({ zh: `${code}：已重建 ${cases} 件工单的索引。`, en: `${code}: ${cases} cases indexed anew.` }),
    );
    terminal.answer(told, lines);
  }).finally(() => progress.end());
}
