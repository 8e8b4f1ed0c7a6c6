import type { Ctx } from '../../ledger/index.ts';
import { createPromise } from '../core/create.ts';
import { issuePromises } from '../core/issue.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { insertObservations } from '../core/record.store.ts';

/** A year of the test's district: promises of four kinds, issued, each with a value; every third is far behind, every fourth half done. */
export interface SmallYear {
  readonly ids: readonly string[];
  readonly asOf: string;
}

const KINDS = ['livelihood', 'project', 'indicator', 'livelihood'] as const;
const LEADS = ['water', 'roads', 'west', 'east'] as const;

/** What is asked of a test's district. */
interface YearsDistrict {
  readonly services: PromiseServices;
  readonly units: Readonly<Record<(typeof LEADS)[number], string>>;
  inside<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>;
}

/** @param count  how many promises */
export async function smallYear(district: YearsDistrict, count = 8): Promise<SmallYear> {
  const { services, units } = district;
  return district.inside(async (ctx) => {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const kind = KINDS[at % KINDS.length] ?? 'livelihood';
      const lead = LEADS[at % LEADS.length] ?? 'water';
      const unit = kind === 'indicator' ? '亿元' : kind === 'project' ? '万元' : '个';
      const { id } = await createPromise(ctx, services, {
        year: 2026,
        kind,
        title: `${['完成老旧小区改造', '建成滨江快速路', '规模以上工业增加值', '新增公办学位'][at % 4]}（${at + 1}）`,
        due: '2026-12-31',
        weight: 1,
        duties: [{ part: 'lead', unit: units[lead], since: '2026-01-10' }],
        indicators: [
          {
            name: 'amount',
            label: '完成量',
            unit,
            decimals: 0,
            aim: { aim: 'up', base: 0, value: 100 },
            path: { shape: 'months', start: '2026-01-01', due: '2026-12-31' },
            ...(kind === 'project' ? { stage: 'invested' as const } : {}),
          },
        ],
        ...(kind === 'project' ? { data: { class: 'key', totalInvestment: 500 } } : {}),
      });
      ids.push(id);
    }
    await issuePromises(ctx, services, ids, '2026-01-15');
    await insertObservations(
      ctx.tx,
      ctx.tenant,
      ids.map((promise, at) => ({
        id: ctx.id(),
        promise,
        indicator: 'amount',
        value: at % 3 === 0 ? 5 : at % 4 === 1 ? 30 : 60,
        growth: null,
        asOf: '2026-06-30',
        source: 'self' as const,
        standing: 'provisional' as const,
        basis: '统计报表',
        corrects: null,
        reason: null,
        enteredBy: '经办员',
        account: null,
        unit: null,
        at: ctx.now,
      })),
    );
    return { ids, asOf: '2026-06-30' };
  });
}
