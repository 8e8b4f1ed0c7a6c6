import type { Command } from 'commander';
import { requestImport } from '../compose.ts';
import { teach } from './teach.ts';
import type { Progress, Terminal } from './terminal.ts';
import { withProgram } from './with-program.ts';

interface Asked {
  readonly mapping: string;
  readonly district?: string;
  readonly preview?: boolean;
}

/** `huying import requests`: service requests of another system, from CSV by a mapping. */
export function addImport(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  const imports = teach(program.command('import'), terminal, {
    does: { zh: '从其他系统导入', en: 'Import from other systems' },
    examples: ['huying import requests requests.csv.gz --mapping mapping.json --district boston --preview'],
  });
  teach(imports.command('requests'), terminal, {
    does: {
      zh: '按映射导入其他系统的诉求（CSV，可为 .gz）',
      en: 'Import service requests from CSV (may be .gz) by a mapping',
    },
    know: {
      zh: '先用 --preview 看会怎样，不写任何数据、不需数据库。错误的行逐条列出，其余照常导入；重复执行只增加新的。',
      en: 'Look first with --preview: nothing is written and no database is needed. Wrong rows are listed, the others imported; run again it adds only what is new.',
    },
    examples: [
      'huying import requests boston.csv.gz --mapping district/boston-2011/mapping.json --district boston --preview',
      'huying import requests boston.csv.gz --mapping district/boston-2011/mapping.json --district boston --json',
    ],
  })
    .argument('<file>', say({ zh: 'CSV 文件', en: 'CSV file' }))
    .requiredOption('--mapping <file>', say({ zh: '映射（JSON）', en: 'mapping (JSON)' }))
    .option(
      '--district <code>',
      say({ zh: '导入到哪个区，没有则新建', en: 'district to import into; made where it is not there' }),
    )
    .option('--preview', say({ zh: '只看结果，不写入', en: 'only look' }))
    .action(async (file: string, asked: Asked) => {
      const progress = await terminal.progress();
      try {
        await (asked.preview === true ? preview(file, asked, terminal) : importAll(file, asked, terminal, progress));
      } finally {
        progress.end();
      }
    });
}

const SHOWN = 5;

async function preview(file: string, { mapping }: Asked, terminal: Terminal): Promise<void> {
  const { openRequests, previewRequests } = await import('../exchange/index.ts');
  const told = await previewRequests(await openRequests(file, mapping), SHOWN);
  const { review, first, refused } = told;
  terminal.answer({ ...review, first, refused }, reviewLines(review, terminal));
}

async function importAll(
  file: string,
  { mapping, district }: Asked,
  terminal: Terminal,
  progress: Progress,
): Promise<void> {
  const [{ importRequests, openRequests }, { HuyingError }] = await Promise.all([
    import('../exchange/index.ts'),
    import('@huying/kit/error'),
  ]);
  if (district === undefined) throw new HuyingError('access.district');
  const source = await openRequests(file, mapping);
  const what = terminal.say({ zh: '导入', en: 'importing' });
  await withProgram(async (opened) => {
    const { services, sink } = await requestImport(opened);
    const { review, refused } = await importRequests(services, sink, district, source, (read) =>
      progress.at(what, read, read),
    );
    progress.end();
    terminal.answer(review, reviewLines(review, terminal));
    for (const row of refused.slice(0, 20)) terminal.err(JSON.stringify(row));
  });
}

function reviewLines(review: object, terminal: Terminal): string[] {
  const names: Readonly<Record<string, { zh: string; en: string }>> = {
    read: { zh: '读取', en: 'read' },
    imported: { zh: '导入', en: 'imported' },
    skipped: { zh: '已有', en: 'there already' },
    errors: { zh: '有误', en: 'refused' },
    fallbackPoints: { zh: '位置不明', en: 'without a place' },
    insideAreas: { zh: '落在网格内', en: 'inside an area' },
    areaAgreement: { zh: '区域相符率', en: 'areas agree' },
    onTimeRecomputed: { zh: '重算按时', en: 'on time recomputed' },
    onTimeMismatches: { zh: '与原记录不符', en: 'that differ' },
  };
  return Object.entries(review).flatMap(([name, value]) => {
    const known = names[name];
    return known === undefined ? [] : [`${terminal.say(known)}  ${String(value)}`];
  });
}
