import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apps } from '@huying/apps';
import { rebuildSearch } from '@huying/server/case';
import { openProgram, type Program, seedDemoDistrict } from '@huying/server/compose';
import { huyingHome, programFolder, silentLog } from '@huying/server/db';
import { inTenant, runOperation, theSystem } from '@huying/server/ledger';
import { fold, readMeasures } from '@huying/server/measure';
import type { PoolClient } from 'pg';
import { v7 } from 'uuid';
import { castOf } from './cast.ts';
import { CONNECTIONS, clearMade, tenant as first, putOffTimers } from './data-set.ts';
import type { Figure } from './figure.ts';
import { measured } from './load.ts';
import type { Progress } from './progress.ts';
import { nextCall, ticketOf } from './tickets.ts';

/** Cases of each district. */
export const EACH = 5_000;

/** What is known of a data set once it is complete. */
const CONTENTS = 'districts.json';

/** As busy as one district's desks are, not as a load that looks for the limit: what is asked is whether the others slow it down. */
const WIDTH = 4;

export interface DistrictFigures {
  readonly figures: readonly Figure[];
  /** Of all districts together. */
  readonly cases: number;
  readonly entries: number;
}

/** What people do all day in one district of so many cases: alone in a database, and among many alike. The ratio is among / alone. */
export async function measureDistricts(
  districts: number,
  seconds: number,
  progress: Progress,
): Promise<DistrictFigures> {
  const alone = await inDatabaseOf(1, seconds, progress);
  copyHome(districts);
  const among = await inDatabaseOf(districts, seconds, progress);
  const figures = [...among.day].map(([what, { value, note }]): Figure => {
    const floor = alone.day.get(what);
    return {
      part: 'districts',
      what: `${what}, p95, one of ${districts}`,
      value,
      unit: 'ms',
      note: `${note}; floor: alone in its database`,
      ...(floor === undefined ? {} : { floor: floor.value }),
    };
  });
  return { figures, cases: among.cases, entries: among.entries };
}

const homeOf = (districts: number) => path.join(programFolder, '.huying', 'bench', `districts-${districts}`);

/** Many begin as the one: a database that nobody has open is copied with its folder. */
function copyHome(districts: number): void {
  if (existsSync(homeOf(districts))) return;
  // With owners and modes: PostgreSQL starts on no folder that is not its own.
  execFileSync('cp', ['-a', homeOf(1), homeOf(districts)]);
  rmSync(path.join(homeOf(districts), CONTENTS));
}

interface Measured {
  readonly value: number;
  readonly note: string;
}

async function inDatabaseOf(
  districts: number,
  seconds: number,
  progress: Progress,
): Promise<{ readonly day: ReadonlyMap<string, Measured>; readonly cases: number; readonly entries: number }> {
  process.env.HUYING_HOME = homeOf(districts);
  process.env.HUYING_DEMO_CASES = String(EACH);
  // Nothing that is measured here reads a promise, and their year takes several times as long as the cases.
  process.env.HUYING_DEMO_PROMISES = 'none';
  delete process.env.DATABASE_URL;
  const program = await openProgram({ apps, log: silentLog, database: { poolSize: CONNECTIONS } });
  try {
    const complete = await settled(program, districts, progress);
    try {
      const held = { cases: await countOf(program, 'case_record'), entries: await countOf(program, 'ledger') };
      return { day: await dayOf(program, first, seconds), ...held };
    } finally {
      await clear(program, first, complete);
    }
  } finally {
    await program.close();
  }
}

async function countOf({ services: { db } }: Program, table: 'case_record' | 'ledger'): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(`select count(*)::integer as n from ${table}`);
  return rows[0]?.n ?? 0;
}

/**
 * The first is the demo district itself, and the one that is measured: of a copy nothing sealed can be opened, for a key is its district's.
 * By their codes half of the others stand before it, half after.
 */
function codeOf(place: number): string {
  return place === 0 ? first : `${place % 2 === 0 ? '1' : 'D'}${String(place).padStart(5, '0')}`;
}

/** Makes the data set the first time, and goes on with one that was broken off. Answers the moment it was complete. */
async function settled(program: Program, districts: number, progress: Progress): Promise<string> {
  const file = path.join(huyingHome(), CONTENTS);
  const { services } = program;
  if (!existsSync(file)) {
    if (districts === 1) await makeFirst(program, progress);
    await copyDistricts(program, districts, progress);
    progress.end();
    writeFileSync(file, `${JSON.stringify({ districts, complete: v7() })}\n`);
  }
  await services.db.pool.query('vacuum (analyze)');
  await putOffTimers(program);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly complete: string }).complete;
}

/** The demo district, its numbers folded and its search built: what the copies of it have too. */
async function makeFirst(program: Program, progress: Progress): Promise<void> {
  const { services } = program;
  await seedDemoDistrict(program, (step, done, total) => progress.at(step.en, done, total));
  for (let more = true; more; )
    ({ more } = await inTenant(services, { tenant: first, actor: theSystem }, (ctx) => fold(ctx)));
  await rebuildSearch(services, first, (done) => progress.at('indexing', done, EACH));
}

/** Copies everything of the first district under other codes, a district in one transaction. Keys begin with the code, so the rest may be the same. */
async function copyDistricts({ services: { db } }: Program, districts: number, progress: Progress): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query('set session_replication_role = replica; set statement_timeout = 0');
    const tables = await tenantTables(client);
    for (let place = 1; place < districts; place += 1) {
      const code = codeOf(place);
      progress.at('copying districts', place, districts);
      const { rowCount } = await client.query('select from tenant where code = $1', [code]);
      if ((rowCount ?? 0) > 0) continue;
      await client.query('begin');
      await client.query(
        'insert into tenant (code, name_zh, name_en, zone, created_at) select $1, $1, $1, zone, created_at from tenant where code = $2',
        [code, first],
      );
      for (const { name, columns } of tables) {
        await client.query(
          `insert into ${name} (tenant, ${columns.join(', ')}) select $1, ${columns.join(', ')} from ${name} where tenant = $2`,
          [code, first],
        );
      }
      await client.query('commit');
    }
    await client.query('reset all');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function tenantTables(client: PoolClient): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attname <> 'tenant') as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by c.relname having bool_or(a.attname = 'tenant')
     order by c.relname`,
  );
  return rows;
}

/** Lists, search, a case, the month's table and creates of one district, while the others rest. */
async function dayOf(program: Program, tenant: string, seconds: number): Promise<ReadonlyMap<string, Measured>> {
  const { services, operations } = program;
  const { list, open, read } = operations.cases;
  const { as } = await castOf(services, tenant);
  const [supervisor, dispatcher, operator] = [as('supervisor'), as('dispatcher'), as('operator')];
  const listed = (who: typeof supervisor, input: Parameters<typeof list.run>[1]) => () =>
    runOperation(services, list, { ...who, input });
  const { rows: sample } = await services.db.pool.query<{ id: string; number: string }>(
    'select id::text, number from case_record where tenant = $1 order by hashtext(id::text) limit 500',
    [tenant],
  );
  const { rows: months } = await services.db.pool.query<{ from: string; to: string }>(
    `select to_char(m, 'YYYY-MM-DD') as from, to_char(m + interval '1 month - 1 day', 'YYYY-MM-DD') as to
     from (select date_trunc('month', opened_at) as m from case_record where tenant = $1 group by 1 order by count(*) desc limit 1) b`,
    [tenant],
  );
  const [month, some] = [months[0], sample[0]];
  if (month === undefined || some === undefined) throw new Error(`the district ${tenant} has no cases`);
  const measures = services.product.measures
    .filter(({ grain }) => grain.includes('unit'))
    .slice(0, 12)
    .map(({ id }) => id);
  let turn = 0;
  const page = () => {
    turn = (turn + 1) % sample.length;
    return runOperation(services, read, { ...supervisor, input: { id: sample[turn]?.id ?? some.id } });
  };
  const looks: readonly (readonly [what: string, look: () => Promise<unknown>])[] = [
    ['my work, dispatcher', listed(dispatcher, { worklist: 'mine' })],
    ['open, whole district', listed(supervisor, { worklist: 'open' })],
    ['filter on two fields', listed(supervisor, { filter: `state = 'closed' AND urgency = 'danger'` })],
    ['search by number', listed(supervisor, { q: some.number })],
    ['search by words of the title', listed(supervisor, { q: '井盖' })],
    ['case page', page],
    [
      'table of a month',
      () => inTenant(services, supervisor, (ctx) => readMeasures(ctx, services, { measures, grain: 'unit', ...month })),
    ],
    ['create', () => runOperation(services, open, { ...operator, input: ticketOf(nextCall()), key: v7() })],
  ];
  const figures = new Map<string, Measured>();
  for (const [what, look] of looks) {
    const load = await measured(WIDTH, seconds / 2, look);
    const note = `${Math.round(load.perSecond)}/s, ${load.spread()}`;
    figures.set(what, { value: load.percentile(0.95), note });
  }
  return figures;
}

/** Takes out what the creates added, so that the next run finds the same data. */
async function clear({ services: { db } }: Program, tenant: string, complete: string): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await clearMade(client, tenant, complete);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}
