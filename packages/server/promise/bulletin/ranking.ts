import type { Day } from '@huying/kit/promise';
import { type Ctx, theSystem } from '../../ledger/index.ts';
import { type MeasureRow, readMeasures } from '../../measure/index.ts';
import { inForce } from '../../org/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import type { PromiseWorld } from '../core/promise-world.ts';
import type { PromiseFacts, YearFacts } from './facts.ts';
import { live } from './paper.ts';
import { type RankedCandidate, rankUnits } from './rank-units.ts';
import type { RankingCell, RankingCriterion, RankingFacts } from './ranking-facts.ts';
import type { BoardsSetting, Exemption, RankingGroupSetting } from './settings.ts';

/** Criteria over promises; all others are measures over cases. */
const OF_PROMISES: Readonly<
  Record<
    string,
    {
      readonly zh: string;
      readonly en: string;
      readonly better: 'high' | 'low';
      readonly cell: (own: readonly PromiseFacts[]) => RankingCell;
    }
  >
> = {
  'promise.green': {
    zh: '绿灯率',
    en: 'Green lights',
    better: 'high',
    cell: (own) =>
      shareCell(
        own.filter(({ light }) => light !== null),
        ({ light }) => light === 'green',
      ),
  },
  'promise.red': {
    zh: '红灯率',
    en: 'Red lights',
    better: 'low',
    cell: (own) =>
      shareCell(
        own.filter(({ light }) => light !== null),
        ({ light }) => light === 'red',
      ),
  },
  'promise.done': {
    zh: '完成率',
    en: 'Done',
    better: 'high',
    cell: (own) => shareCell(own, ({ official, evidence }) => official === 'done' && evidence === 'full'),
  },
  'promise.evidence': {
    zh: '佐证充分率',
    en: 'Fully supported',
    better: 'high',
    cell: (own) =>
      shareCell(
        own.filter(({ official }) => official !== 'not-started'),
        ({ evidence }) => evidence === 'full',
      ),
  },
};

function shareCell(of: readonly PromiseFacts[], is: (one: PromiseFacts) => boolean): RankingCell {
  const n = of.filter(is).length;
  return { n, d: of.length, value: of.length === 0 ? null : Math.round((n * 1_000_000) / of.length) / 10_000 };
}

/** Units among their peers, by promises and cases together, from the year's first day to the day. */
export async function rankingAsOf(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  facts: YearFacts,
  was: RankingFacts | null,
): Promise<RankingFacts> {
  const { year, asOf } = facts;
  const from = `${year}-01-01`;
  // A deployment that declares no groups of peers ranks nobody.
  const groups = world.setting<readonly RankingGroupSetting[]>('performance.groups', []);
  const boards = world.setting<BoardsSetting>('performance.boards', { show: false, red: 0, black: 0 });
  const exemptions = world.setting<readonly Exemption[]>('performance.exempt', []);
  const kinds = groups.flatMap((group) => group.kinds);
  const members = (group: RankingGroupSetting) =>
    world.org.units.filter(
      (unit) => group.kinds.includes(unit.kind) && inForce(unit, ctx.now) && isOwn(world, unit.id, kinds),
    );
  const ids = [...new Set(groups.flatMap(members).map(({ id }) => id))];
  const measures = await measureCells(ctx, services, groups, { from, to: asOf, values: ids.slice(0, 500) });
  return {
    asOf,
    from,
    groups: groups.map((group) => {
      const criteria = criteriaOf(services, group);
      const units = members(group);
      return rankUnits({
        id: group.id,
        name: group.name,
        english: group.english ?? group.name,
        criteria,
        candidates: units.map(({ id, code, name }): RankedCandidate => {
          const within = (unit: string) => world.org.isWithin(unit, id);
          const own = live(facts.promises).filter(({ lead, involved }) =>
            group.promises === 'lead' ? lead !== null && within(lead.id) : involved.some(within),
          );
          const red = own.filter(({ light }) => light === 'red').length;
          const exemption = exemptions.find((one) => one.unit === code && one.from <= asOf && asOf <= one.until);
          return {
            unit: id,
            name: name.zh,
            english: name.en,
            cells: criteria.map(
              (criterion) => OF_PROMISES[criterion.id]?.cell(own) ?? cellOf(measures.get(criterion.id)?.get(id)),
            ),
            red,
            done: own.filter(({ official }) => official === 'done').length,
            behind: red > 0,
            exempt: exemption?.reason ?? null,
          };
        }),
        was: Object.fromEntries(
          was?.groups.find(({ id }) => id === group.id)?.ranked.map(({ unit, rank }) => [unit, rank]) ?? [],
        ),
        boards,
      });
    }),
  };
}

/** A part of a unit that is ranked itself counts with the whole: an office of a street is no peer of the district's bureaus. */
function isOwn(world: PromiseWorld, unit: string, kinds: readonly string[]): boolean {
  return !world.org.line(unit).some(({ id, kind }) => id !== unit && kinds.includes(kind));
}

function criteriaOf(services: PromiseServices, { weights, minimum }: RankingGroupSetting): readonly RankingCriterion[] {
  const { product } = services;
  return Object.entries(weights).flatMap(([id, weight]): RankingCriterion[] => {
    if (!Number.isInteger(weight) || weight <= 0) return [];
    const own = OF_PROMISES[id];
    if (own !== undefined) return [{ id, name: own.zh, english: own.en, weight, better: own.better, minimum }];
    const measure = product.measures.find((one) => one.id === id);
    if (measure === undefined || !measure.grain.includes('unit')) return [];
    return [
      {
        id,
        name: measure.name,
        english: product.words[`measures/${id}`]?.en ?? measure.name,
        weight,
        better: measure.better === 'low' ? 'low' : 'high',
        minimum: measure.minimum,
      },
    ];
  });
}

async function measureCells(
  ctx: Ctx,
  services: PromiseServices,
  groups: readonly RankingGroupSetting[],
  among: { readonly from: Day; readonly to: Day; readonly values: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlyMap<string, MeasureRow>>> {
  const declared = new Map(services.product.measures.map((measure) => [measure.id, measure]));
  const wanted = [...new Set(groups.flatMap(({ weights }) => Object.keys(weights)))].filter((id) =>
    declared.get(id)?.grain.includes('unit'),
  );
  if (wanted.length === 0 || among.values.length === 0) return new Map();
  const rows = await readMeasures({ ...ctx, actor: theSystem }, services, {
    measures: wanted,
    grain: 'unit',
    ...among,
    values: [...among.values],
  });
  return new Map(
    [...Map.groupBy(rows, ({ measure }) => measure)].map(([id, own]) => [
      id,
      new Map(own.map((row) => [row.value, row])),
    ]),
  );
}

function cellOf(row: MeasureRow | undefined): RankingCell {
  return row === undefined ? { value: null, n: 0, d: 0 } : { value: row.rate, n: row.n, d: row.d };
}
