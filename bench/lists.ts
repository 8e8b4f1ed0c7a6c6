import { type Capacity, runOperation } from '@huying/server/ledger';
import { castOf } from './cast.ts';
import { type DataSet, tenant } from './data-set.ts';
import type { Figure } from './figure.ts';
import { measured } from './load.ts';

const WIDTH = 8;

/** What people look at all day, at 8 connections: lists, counts, search and the page of a case. */
export async function measureLists({ program }: DataSet, seconds: number): Promise<Figure[]> {
  const { services, operations } = program;
  const { list, read, worklists } = operations.cases;
  const { as, desks } = await castOf(services);
  const [supervisor, dispatcher] = [as('supervisor'), as('dispatcher')];
  const busiest = await busiestDesk(program, desks);
  const { cases, deep, middle } = await sampleOf(program);
  const listed = (who: Capacity, input: Parameters<typeof list.run>[1]) => () =>
    runOperation(services, list, { ...who, input });
  let turn = 0;
  const pages = () => {
    turn = (turn + 1) % cases.length;
    return runOperation(services, read, { ...supervisor, input: { id: cases[turn] ?? '' } });
  };
  const looks: readonly (readonly [what: string, look: () => Promise<unknown>])[] = [
    ['my work, dispatcher', listed(dispatcher, { worklist: 'mine' })],
    ['my work, busiest unit clerk', listed(busiest, { worklist: 'mine' })],
    ['open, whole district', listed(supervisor, { worklist: 'open' })],
    ['open, busiest unit clerk', listed(busiest, { worklist: 'open' })],
    ['filter on two fields', listed(supervisor, { filter: `state = 'closed' AND urgency = 'danger'` })],
    ['newest page', listed(supervisor, { worklist: 'all' })],
    ['page from the middle, by keyset', listed(supervisor, { worklist: 'all', cursor: deep })],
    ['search by number', listed(supervisor, { q: middle })],
    ['search by words of the title', listed(supervisor, { q: '井盖' })],
    ['search by words nobody wrote', listed(supervisor, { q: '独角兽' })],
    ['counts of all worklists', () => runOperation(services, worklists, { ...supervisor, input: {} })],
    ['case page', pages],
  ];
  const figures: Figure[] = [];
  for (const [what, look] of looks) {
    const load = await measured(WIDTH, seconds / 2, look);
    figures.push({
      part: 'lists',
      what: `${what}, p95`,
      value: load.percentile(0.95),
      unit: 'ms',
      note: `${Math.round(load.perSecond)}/s, ${load.spread()}`,
    });
  }
  return figures;
}

type Program = DataSet['program'];

async function busiestDesk(
  { services }: Program,
  desks: Awaited<ReturnType<typeof castOf>>['desks'],
): Promise<Capacity> {
  const { rows } = await services.db.pool.query<{ unit: string }>(
    'select unit::text from case_record where tenant = $1 and unit = any($2::uuid[]) group by unit order by count(*) desc limit 1',
    [tenant, desks.map(({ unit }) => unit)],
  );
  const desk = desks.find(({ unit }) => unit === rows[0]?.unit) ?? desks[0];
  if (desk === undefined) throw new Error('no unit of the data set has a desk');
  return desk.clerk;
}

/** Cases from all over the years, and the place in the middle of the list of all. */
async function sampleOf({ services }: Program): Promise<{ cases: string[]; deep: string; middle: string }> {
  const { rows } = await services.db.pool.query<{ id: string; number: string; at: Date }>(
    `select c.id::text, c.number, c.opened_at as at
     from (select min(opened_at) as first, max(opened_at) as last from case_record where tenant = $1) ends,
       generate_series(0, 499) as step,
       lateral (select id, number, opened_at from case_record where tenant = $1 and opened_at <= last - step * ((last - first) / 500)
         order by opened_at desc, id desc limit 1) c`,
    [tenant],
  );
  const half = rows[Math.floor(rows.length / 2)];
  if (half === undefined) throw new Error('the data set has no cases');
  const deep = Buffer.from(JSON.stringify([half.at.toISOString(), half.id])).toString('base64url');
  return { cases: rows.map(({ id }) => id), deep, middle: half.number };
}
