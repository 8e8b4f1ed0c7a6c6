import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apps } from '@huying/apps';
import { rebuildSearch } from '@huying/server/case';
import { type DemoSignIn, openProgram, type Program, seedDemoDistrict } from '@huying/server/compose';
import { huyingHome, programFolder, silentLog } from '@huying/server/db';
import { inTenant, theSystem } from '@huying/server/ledger';
import { fold } from '@huying/server/measure';
import { buildBlocks } from '@huying/server/search';
import type { PoolClient } from 'pg';
import { v7 } from 'uuid';
import { growTo, LIVES, settle } from './clones.ts';
import type { Progress } from './progress.ts';

/** The district that is measured: the demo district with as many cases as the scale says. */
export const tenant = '440199';

const KEYS_KEPT = 2_000;
const LATER_MS = 90_000;

/** Connections of the measured program. */
export const CONNECTIONS = 32;

/** What a data set holds, kept beside its database. */
interface Contents {
  readonly cases: number;
  readonly entries: number;
  /** A uuid v7 of the moment the data set was complete: whatever has a later one was made by a run and is cleared away. */
  readonly complete: string;
}

export interface DataSet extends Contents {
  readonly program: Program;
  readonly signIns: readonly DemoSignIn[];
  /** Makes it be what it was, so that each part measures the same thing. */
  tidy(): Promise<void>;
  /** Tidies, and lets go of the database. */
  close(): Promise<void>;
}

/** Everything of a data set, its embedded database among it, lies under the program's home of its own. */
export function useHomeOf(scale: number): void {
  process.env.HUYING_HOME = path.join(programFolder, '.huying', 'bench', String(scale));
  process.env.HUYING_DEMO_CASES = String(Math.min(scale, LIVES));
  // An own server is nobody's bench: the data set is written and cleared as the owner of an embedded one.
  delete process.env.DATABASE_URL;
}

/** Opens the data set of the home in use, making it the first time: the demo district's cases, carried out by the engine's own rules. */
export async function openDataSet(scale: number, progress: Progress): Promise<DataSet> {
  const program = await openProgram({ apps, log: silentLog, database: { poolSize: CONNECTIONS } });
  try {
    const signIns = await seedDemoDistrict(program, (step, done, total) => progress.at(step.en, done, total));
    progress.end();
    if (scale > LIVES && !existsSync(contentsFile())) {
      const folding = () => inTenant(program.services, { tenant, actor: theSystem }, (ctx) => fold(ctx));
      for (let more = true; more; ) ({ more } = await folding());
      await growTo(program.services.db, tenant, scale, (done, total) => progress.at('copying', done, total));
      await rebuildSearch(program.services, tenant, (done) => progress.at('indexing', done, scale));
      // As if some time had gone by, after which the blocks that were replaced are cleared away.
      await buildBlocks({ ...program.services, now: () => program.services.now() + LATER_MS }, tenant);
      progress.end();
    }
    const contents = await contentsOf(program);
    const tidy = async () => {
      await clearAfter(program, contents.complete);
      // The newest rows are those that were deleted: until they are swept, every list of the newest walks over them.
      await program.services.db.pool.query('vacuum (analyze)');
      // What a sweep leaves to be written out is not the next part's work.
      await program.services.db.pool.query('checkpoint');
    };
    await tidy();
    await putOffTimers(program);
    return {
      ...contents,
      program,
      signIns,
      tidy,
      async close() {
        await tidy();
        await program.close();
      },
    };
  } catch (error) {
    await program.close();
    throw error;
  }
}

function contentsFile(): string {
  return path.join(huyingHome(), 'data-set.json');
}

async function contentsOf({ services }: Program): Promise<Contents> {
  const file = contentsFile();
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Contents;
  const count = async (table: string) => {
    const { rows } = await services.db.pool.query<{ n: number }>(
      `select count(*) as n from ${table} where tenant = $1`,
      [tenant],
    );
    return rows[0]?.n ?? 0;
  };
  const contents = { cases: await count('case_record'), entries: await count('ledger'), complete: v7() };
  writeFileSync(file, `${JSON.stringify(contents)}\n`);
  return contents;
}

/** Rows that a run adds, by the column that says which; idempotency keys and imported districts are told apart otherwise. */
const ADDED: readonly (readonly [table: string, column: string])[] = [
  ['case_task', 'case_id'],
  ['case_unit', 'case_id'],
  ['case_phone', 'case_id'],
  ['case_point', 'case_id'],
  ['timer', 'subject'],
  ['fact', 'subject'],
  ['measure_delta', 'id'],
  ['search_recent', 'subject'],
  ['subject_key', 'subject'],
  ['ledger', 'subject'],
  ['chain_head', 'subject'],
  ['outbox', 'id'],
  ['case_record', 'id'],
];

/** Takes out what was made since the data set was complete. */
async function clearAfter({ services: { db } }: Program, complete: string): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    // Whole subjects go with all that refers to them; looking for each reference would take longer than the run.
    await client.query('set local session_replication_role = replica');
    await clearMade(client, tenant, complete);
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of rows) await client.query(`delete from ${name} where tenant <> $1`, [tenant]);
    await client.query('delete from tenant where code <> $1', [tenant]);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Takes out what was made in a district since a moment. The caller's transaction looks after no reference. */
export async function clearMade(client: Pick<PoolClient, 'query'>, of: string, since: string): Promise<void> {
  for (const [table, column] of ADDED) {
    await client.query(`delete from ${table} where tenant = $1 and ${column} > $2::uuid`, [of, since]);
  }
  // A district at work has those of its last day. Of none at all, how they are looked for would be planned for an empty table.
  await client.query(
    `delete from idempotency_key where (tenant, key) not in (select tenant, key from idempotency_key order by at desc limit ${KEYS_KEPT})`,
  );
  await settle(client, of);
}

/**
 * A kept data set grows old, and its clocks come due. They would fire into the measurement: they wait another day. What nobody is there to
 * send goes.
 */
export async function putOffTimers({ services: { db } }: Program): Promise<void> {
  await db.pool.query('delete from outbox where settled_at is null');
  await db.pool.query(
    `update timer set at = now() + interval '1 day' where fired_at is null and at < now() + interval '2 hours'`,
  );
}
