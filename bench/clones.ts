import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DAY_MS } from '@huying/kit/calendar';
import type { Db } from '@huying/server/db';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** Lives that are really lived, by the engine's own rules; a larger data set is grown from them. */
export const LIVES = 20_000;

/** Of the clones, as many years as this; the newest year's among today's open cases. */
const YEARS = 5;
/** Weeks, so that a Monday stays one. */
const YEAR_DAYS = 364;
/** Of the same day, the numbers of one generation and of the next are so far apart. */
const NUMBERS = 1_000;
/** Copies made in one transaction, about. */
const AT_ONCE = 20_000;
/** Of more cases than this only what lists, search and the numbers read is copied: ten million with all they have would take 230 GB. */
const WHOLE = 1_000_000;

/**
 * Tables of a case, by the column that says which one. A clone has everything its original has, except what is personal: it is sealed
 * under a key of the original's and cannot be opened by another, so that a clone is a case whose caller said no name.
 */
const TABLES = [
  { name: 'case_record', subject: 'id' },
  { name: 'ledger', subject: 'subject' },
  { name: 'case_unit', subject: 'case_id' },
  { name: 'case_phone', subject: 'case_id' },
  { name: 'case_task', subject: 'case_id' },
  { name: 'case_point', subject: 'case_id' },
  { name: 'timer', subject: 'subject' },
  { name: 'fact', subject: 'subject' },
] as const;
const LEAN = TABLES.filter(({ name }) => ['case_record', 'case_unit', 'case_task'].includes(name));

type Tables = readonly (typeof TABLES)[number][];
type Told = (done: number, total: number) => void;

/**
 * Grows a district of so many cases from the lives in it, by copying rows in PostgreSQL under new ids in the order of time: a year's
 * as they are, older years' shifted, of these only ended ones. Every chain is hashed anew, and the numbers grow along; what cases are
 * found by is left to be built anew.
 */
export async function growTo(db: Db, tenant: string, cases: number, told: Told): Promise<void> {
  if (cases <= LIVES) return;
  const { rows } = await db.pool.query<{ there: boolean; n: number }>(
    `select to_regnamespace('clone') is not null as there, (select count(*) from case_record where tenant = $1) as n`,
    [tenant],
  );
  if (rows[0]?.there === true) throw new Error('The data set was broken off while it grew; delete its folder.');
  const clients = await Promise.all([db.pool.connect(), db.pool.connect()]);
  try {
    for (const client of clients)
      await client.query('set session_replication_role = replica; set statement_timeout = 0');
    const [client] = clients as [PoolClient, PoolClient];
    await client.query("set maintenance_work_mem = '512MB'");
    await client.query(PREPARE);
    const tables = cases > WHOLE ? LEAN : TABLES;
    const years: number[] = [];
    for (let year = 0; year < YEARS; year += 1) years.push(await layOut(clients, tenant, year, tables));
    const indexes = await dropIndexes(client, tables);
    const plan = planOf(years, cases - (rows[0]?.n ?? 0));
    const slices = slicesOf(years, plan);
    let done = 0;
    const queue = [...slices];
    await Promise.all(
      clients.map(async (worker) => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          await clone(worker, tenant, next, tables);
          done += 1;
          told(done, slices.length + 1);
        }
      }),
    );
    for (const index of indexes) await client.query(index);
    await settle(client, tenant);
    await growNumbers(
      client,
      tenant,
      plan.map(({ year }) => year * YEAR_DAYS),
    );
    await client.query(`update number_block set next = next + $2 where tenant = $1`, [
      tenant,
      (plan.length + 1) * NUMBERS,
    ]);
    await client.query('drop schema clone cascade');
    await client.query('vacuum (analyze)');
    told(slices.length + 1, slices.length + 1);
    for (const one of clients) await one.query('reset all');
    for (const one of clients) one.release();
  } catch (error) {
    for (const client of clients) client.release(true);
    throw error;
  }
}

/** A copy of a year's lives, or of the first so many of them. Every generation has numbers of its own. */
interface Generation {
  readonly year: number;
  readonly generation: number;
  readonly most: number;
}

/** Some lives of a year, one after another in time, in all their copies. */
interface Slice {
  readonly year: number;
  readonly from: number;
  readonly until: number;
  readonly generations: readonly Generation[];
}

function planOf(years: readonly number[], wanted: number): Generation[] {
  const plan: Generation[] = [];
  let left = wanted;
  for (let generation = 1; left > 0; generation += 1) {
    // The first generation of the newest year is the lives themselves.
    const year = generation % YEARS;
    const most = Math.min(left, years[year] ?? 0);
    plan.push({ year, generation, most });
    left -= most;
  }
  return plan;
}

/** The plan in the order of time, as cases come: whatever is in that order is written where the last was. */
function slicesOf(years: readonly number[], plan: readonly Generation[]): Slice[] {
  const slices: Slice[] = [];
  for (let year = YEARS - 1; year >= 0; year -= 1) {
    const generations = plan.filter((one) => one.year === year);
    const lives = Math.max(1, Math.floor(AT_ONCE / Math.max(1, generations.length)));
    for (let from = 0; from < (years[year] ?? 0); from += lives)
      slices.push({ year, from, until: from + lives, generations });
  }
  return slices;
}

/** The chain's hash as an aggregate: over a subject's entries in order, each row says the hash up to itself. */
const PREPARE = `
create schema clone;
create function clone.link(before bytea, entry bytea) returns bytea language sql immutable parallel safe as 'select sha256(before || entry)';
create aggregate clone.chain(bytea) (sfunc = clone.link, stype = bytea, initcond = '\\x${'00'.repeat(32)}')`;

/** Lays out the rows of one year, so many weeks before they happened, with every time in them. Answers how many cases. */
async function layOut(
  [reader, writer]: readonly PoolClient[],
  tenant: string,
  year: number,
  tables: Tables,
): Promise<number> {
  if (reader === undefined || writer === undefined) return 0;
  const days = year * YEAR_DAYS;
  // What is open is being worked on now; of older years only what has ended.
  const open = 'select from case_task t where t.tenant = $1 and t.case_id = c.id';
  await reader.query(`create unlogged table clone.chosen_${year} (id uuid primary key)`);
  const { rowCount } = await reader.query(
    `insert into clone.chosen_${year} select c.id from case_record c where c.tenant = $1
     ${year === 0 ? '' : `and not exists (${open})`} order by c.opened_at`,
    [tenant],
  );
  for (const { name, subject } of tables) {
    const columns = await columnsOf(reader, name);
    const laid = columns.map((column) =>
      column.type === 'bytea' && name === 'ledger' && column.name === 'bytes' ? 'text' : column.type,
    );
    await reader.query(
      `create unlogged table clone.${name}_${year} (${columns.map((column, at) => `${column.name} ${laid[at]}`).join(', ')})`,
    );
    const shifted = columns.map(({ name: column, type }) => {
      if (type === 'timestamp with time zone') return `t.${column} - interval '${days} days'`;
      if (type === 'date') return `t.${column} - ${days}`;
      return column === 'bytes' ? `convert_from(t.bytes, 'UTF8')` : `t.${column}`;
    });
    const order = name === 'ledger' ? 't.subject, t.seq' : `t.${subject}`;
    await pipeline(
      reader.query(
        copyTo(
          `copy (select ${shifted.join(', ')} from ${name} t join clone.chosen_${year} c on c.id = t.${subject}
           where t.tenant = '${tenant}' order by ${order}) to stdout`,
        ),
      ),
      shift(days * DAY_MS),
      writer.query(copyFrom(`copy clone.${name}_${year} from stdin`)),
    );
    await reader.query(`create index on clone.${name}_${year} (${subject}); analyze clone.${name}_${year}`);
  }
  return rowCount ?? 0;
}

/** An instant as JSON says it: epoch milliseconds of these years, or ISO 8601. Not a number's fraction, nor a piece of a word. */
const INSTANT = /([^\w.])(?:(1[5-9]\d{11})(?![\w.])|(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)(?="))/g;
const SEALED = /(,\s?)?(?:"\w+":\s?\{"sealed":\s?"[^"]*"\}(,\s?)?)+/g;

/** Rows of COPY, every instant so many milliseconds earlier, and without what is sealed. */
function shift(milliseconds: number): Transform {
  let rest = '';
  const earlier = (text: string): string => {
    const open = text.includes('{"sealed"')
      ? text.replaceAll(SEALED, (_, before, after) => (before && after) ?? '')
      : text;
    if (milliseconds === 0) return open;
    return open.replaceAll(INSTANT, (_, before: string, epoch: string | undefined, iso: string) =>
      epoch === undefined
        ? `${before}${new Date(Date.parse(iso) - milliseconds).toISOString()}`
        : `${before}${Number(epoch) - milliseconds}`,
    );
  };
  return new Transform({
    transform(chunk: Buffer, _, done) {
      // One byte, one character: what is looked for is ASCII, and everything else comes out as it went in.
      const text = rest + chunk.toString('latin1');
      const end = text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      done(null, Buffer.from(earlier(text.slice(0, end)), 'latin1'));
    },
    flush(done) {
      done(null, Buffer.from(earlier(rest), 'latin1'));
    },
  });
}

/** Copies some lives under new ids, in one transaction. */
async function clone(
  client: PoolClient,
  tenant: string,
  { year, from, until, generations }: Slice,
  tables: Tables,
): Promise<void> {
  await client.query('begin');
  await client.query('create temp table fresh (old uuid, id uuid, generation integer) on commit drop');
  await client.query(
    `insert into fresh select l.id, uuidv7(l.opened_at - clock_timestamp()), g.generation
     from (select id, opened_at, row_number() over (order by opened_at, id) - 1 as place from clone.case_record_${year}) l
     join unnest($1::integer[], $2::integer[]) as g (generation, most) on l.place < g.most where l.place >= $3 and l.place < $4`,
    [generations.map(({ generation }) => generation), generations.map(({ most }) => most), from, until],
  );
  await client.query('create index on fresh (old)');
  await client.query('analyze fresh');
  // A number is a prefix, the day and the how manieth of that day.
  const part = (nth: number) => `split_part(t.number, '-', ${nth})`;
  const number = `${part(1)} || '-' || to_char(${part(2)}::date - ${year * YEAR_DAYS}, 'YYYYMMDD') || '-'
    || lpad((f.generation * ${NUMBERS} + ${part(3)}::integer)::text, 6, '0')`;
  const own = {
    case_record: { number, external_number: `t.external_number || '-' || f.generation` },
    case_point: { number },
    // Another caller each time, who called as often as the one of the original.
    case_phone: { whole: `sha256(t.whole || convert_to(f.generation::text, 'UTF8'))` },
  } as const;
  for (const { name, subject } of tables) {
    if (name === 'ledger') continue;
    const columns = (await columnsOf(client, name)).map((column) => column.name);
    const values: Record<string, string> = { ...(name in own ? own[name as keyof typeof own] : {}), [subject]: 'f.id' };
    await client.query(
      `insert into ${name} (${columns.join(', ')})
       select ${columns.map((column) => values[column] ?? `t.${column}`).join(', ')}
       from fresh f join clone.${name}_${year} t on t.${subject} = f.old order by f.id`,
    );
  }
  if (tables.some(({ name }) => name === 'ledger')) await copyLedger(client, tenant, year);
  await client.query('commit');
}

/** Copies the ledgers of what is fresh, every chain hashed anew. */
async function copyLedger(client: PoolClient, tenant: string, year: number): Promise<void> {
  await client.query(
    `with entry as materialized (
       select f.id as subject, t.seq, t.kind, t.what, t.visibility, t.at, t.recorded_at,
         convert_to(replace(t.bytes, t.subject::text, f.id::text), 'UTF8') as bytes
       from fresh f join clone.ledger_${year} t on t.subject = f.old
     ), hashed as (
       select *, clone.chain(bytes) over (partition by subject order by seq) as hash from entry
     ), linked as (
       select *, coalesce(lag(hash) over (partition by subject order by seq), $2::bytea) as prev,
         row_number() over (partition by subject order by seq desc) = 1 as last from hashed
     ), head as (
       insert into chain_head (tenant, subject, seq, prev, hash) select $1, subject, seq, prev, hash from linked where last
     )
     insert into ledger (tenant, subject, seq, kind, what, visibility, at, recorded_at, bytes, prev, hash)
     select $1, subject, seq, kind, what, visibility, at, recorded_at, bytes, prev, hash from linked order by subject, seq`,
    [tenant, Buffer.alloc(32)],
  );
}

/** Counts the settled cases of the map anew. */
export async function settle(client: Pick<PoolClient, 'query'>, tenant: string): Promise<void> {
  await client.query('delete from case_settled where tenant = $1', [tenant]);
  await client.query(
    `insert into case_settled (tenant, cell, area, light, count, east, north)
     select tenant, cell >> 4, coalesce(area, ''), settled, count(*), sum(east), sum(north)
     from case_point where tenant = $1 and unit = '00000000-0000-0000-0000-000000000000' and settled is not null group by 1, 2, 3, 4`,
    [tenant],
  );
}

/**
 * Adds to the numbers what the copies add, each so many days before the lives it was made from: as many as those lives', so that they differ
 * from a recount by what is open, of which older years have no copy.
 */
async function growNumbers(client: PoolClient, tenant: string, days: readonly number[]): Promise<void> {
  await client.query(
    `insert into measure_cell as kept (tenant, grain, span, measure, day, value, n, d, x, c)
     select l.tenant, l.grain, l.span, l.measure, l.day - g.days, l.value,
       sum(l.n * g.times), sum(l.d * g.times), sum(l.x * g.times), sum(l.c * g.times)
     from measure_cell l, (select days, count(*) as times from unnest($2::integer[]) as days group by days) as g
     where l.tenant = $1 and l.span = 0 group by 1, 2, 3, 4, 5, 6
     on conflict (tenant, grain, span, measure, day, value) do update
       set n = kept.n + excluded.n, d = kept.d + excluded.d, x = kept.x + excluded.x, c = kept.c + excluded.c`,
    [tenant, days],
  );
  await client.query('delete from measure_cell where tenant = $1 and span = 1', [tenant]);
  await client.query(
    `insert into measure_cell (tenant, grain, span, measure, day, value, n, d, x, c)
     select tenant, grain, 1, measure, date_trunc('month', day)::date, value, sum(n), sum(d), sum(x), sum(c)
     from measure_cell where tenant = $1 and span = 0 group by 1, 2, 4, 5, 6`,
    [tenant],
  );
}

/** Indexes that guard nothing are made again at the end, in a fraction of the time. Answers how. */
async function dropIndexes(client: PoolClient, tables: Tables): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sql: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as sql from pg_index
     where indrelid = any($1::regclass[]) and not indisunique`,
    [tables.map(({ name }) => name)],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ sql }) => sql);
}

async function columnsOf(client: PoolClient, table: string): Promise<{ name: string; type: string }[]> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows;
}
