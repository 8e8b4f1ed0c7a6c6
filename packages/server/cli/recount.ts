import { HuyingError, type Problem } from '@huying/kit/error';
import type { Command } from 'commander';
import type { Recount } from '../measure/index.ts';
import { teach } from './teach.ts';
import type { Terminal } from './terminal.ts';

interface Asked {
  readonly district?: string;
  readonly from?: string;
  readonly to?: string;
  readonly repair?: boolean;
  readonly facts?: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `huying recount`: counts all facts anew and compares with the numbers kept. */
export function addRecount(program: Command, terminal: Terminal): void {
  const { say } = terminal;
  teach(program.command('recount'), terminal, {
    does: {
      zh: '重新统计：从全部事实重新计数，与现有数字核对',
      en: 'Recount: count all facts anew and compare with the numbers kept',
    },
    know: {
      zh: '运行中也可重新统计。数字不符即告警：写入流水和日志，在数字旁同时显示两个数，并以非零码退出；加 --repair 改正。',
      en: 'May be done while the program runs. A difference raises an alarm: in the ledger, in the log and beside the number, and the exit code is not zero; --repair puts it right.',
    },
    examples: [
      'huying recount',
      'huying recount --district 440199 --from 2026-06-01 --to 2026-06-30',
      'huying recount --facts --repair --json',
    ],
  })
    .option('--district <code>', say({ zh: '只统计一个区', en: 'one district only' }))
    .option('--from <day>', say({ zh: '起始日，如 2026-06-01', en: 'first day, such as 2026-06-01' }))
    .option('--to <day>', say({ zh: '截止日', en: 'last day' }))
    .option(
      '--facts',
      say({ zh: '还从流水重新得出每件工单的事实并核对', en: 'compare the facts themselves with the ledger too' }),
    )
    .option('--repair', say({ zh: '改正不符之处', en: 'put right what differs' }))
    .action((asked: Asked) => run(asked, terminal));
}

async function run({ district, from, to, repair, facts }: Asked, terminal: Terminal): Promise<void> {
  const { say } = terminal;
  for (const day of [from, to]) {
    if (day !== undefined && !DAY.test(day))
      throw new HuyingError('measure.period', { from: from ?? '', to: to ?? '' });
  }
  const [{ withProgram }, { recount }, { listTenants }, { districtOrOnly }] = await Promise.all([
    import('./with-program.ts'),
    import('../measure/index.ts'),
    import('../tenant/index.ts'),
    import('./district-named.ts'),
  ]);
  const progress = await terminal.progress();
  await withProgram(async ({ services }) => {
    try {
      const { db } = services;
      const meant = district === undefined ? await listTenants(db) : [await districtOrOnly(db, district)];
      const told: (Recount & { readonly district: string })[] = [];
      for (const { code } of meant) {
        const onProgress = (done: number, total: number) => progress.at(code, done, total);
        told.push({ district: code, ...(await recount(services, code, { from, to, repair, facts, onProgress })) });
      }
      progress.end();
      const problems = told.filter(({ repaired }) => !repaired).flatMap(problemsOf);
      if (problems.length > 0)
        throw new HuyingError('measure.mismatch', { count: problems.length }, problems.slice(0, SHOWN));
      terminal.answer(
        told,
        told.map((one) => lineOf(one, say)),
      );
    } finally {
      progress.end();
    }
  });
}

const SHOWN = 20;

/** What differs, with both numbers. */
function problemsOf({ district, differences, strays }: Recount & { readonly district: string }): Problem[] {
  const three = ({ n, d, x }: Recount['differences'][number]['kept']) => `${n}/${d}/${x}`;
  return [
    ...differences.map(({ measure, grain, value, day, kept, counted }) => ({
      path: `/${district}/${measure}/${grain}/${value}/${day}`,
      zh: `现有 ${three(kept)}，重新统计 ${three(counted)}`,
      en: `kept ${three(kept)}, counted ${three(counted)}`,
    })),
    ...strays.map((id) => ({
      path: `/${district}/${id}`,
      zh: '事实与流水不符',
      en: 'its facts are not what the ledger tells',
    })),
  ];
}

function lineOf(
  { district, facts, cells, differences, strays }: Recount & { readonly district: string },
  say: Terminal['say'],
): string {
  if (differences.length + strays.length === 0) {
    return say({
      zh: `${district}：${facts} 条事实、${cells} 个数字，全部相符。`,
      en: `${district}: ${facts} facts, ${cells} numbers; all agree.`,
    });
  }
  return say({
    zh: `${district}：${differences.length} 个数字、${strays.length} 件工单的事实不符，已改正。`,
    en: `${district}: ${differences.length} numbers and the facts of ${strays.length} cases differed and were put right.`,
  });
}
