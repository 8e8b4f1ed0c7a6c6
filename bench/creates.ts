import { createHash } from 'node:crypto';
import { runOperation } from '@huying/server/ledger';
import { v7 } from 'uuid';
import { castOf } from './cast.ts';
import { CONNECTIONS, type DataSet, tenant } from './data-set.ts';
import type { Figure } from './figure.ts';
import { carry, Load, WARM_UP } from './load.ts';
import { nextCall, ticketOf } from './tickets.ts';

/** Turn about, so that what else the machine does falls on both alike. */
const TURNS = 4;

/** The floor, as a figure of its own. */
export const BARE = 'floor: one CTE, one commit each';

/** Creates a second at 32 connections, through the operation with its idempotency key, beside the floor. */
export async function measureCreates({ program }: DataSet, seconds: number): Promise<Figure[]> {
  const { services, operations } = program;
  const operator = (await castOf(services)).as('operator');
  const open = () =>
    runOperation(services, operations.cases.open, { ...operator, input: ticketOf(nextCall()), key: v7() });
  const { id } = await open();
  const bare = await bareInsert(program.services.db.pool, id);

  await carry(new Load(), CONNECTIONS, WARM_UP, open);
  await carry(new Load(), CONNECTIONS, 1, bare);
  const [creates, floor] = [new Load(), new Load()];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await carry(creates, CONNECTIONS, seconds / TURNS, open);
    await carry(floor, CONNECTIONS, seconds / TURNS, bare);
  }
  return [
    {
      part: 'creates',
      what: `operation, ${CONNECTIONS} connections`,
      value: creates.perSecond,
      unit: '/s',
      floor: floor.perSecond,
      note: `${creates.spread()}; ${creates.cores()}`,
    },
    {
      part: 'creates',
      what: BARE,
      value: floor.perSecond,
      unit: '/s',
      note: `${floor.spread()}; ${floor.cores()}`,
    },
  ];
}

type Pool = DataSet['program']['services']['db']['pool'];

/**
 * The floor: case, ledger row and chain head in one statement that commits by itself, as the owner, without row-level security, with
 * the very values of a case that the operation has just written. Nothing is checked, decided, sealed or claimed.
 */
async function bareInsert(pool: Pool, sample: string): Promise<() => Promise<unknown>> {
  const caseRow = await rowOf(pool, 'case_record', 'id', sample);
  const link = await rowOf(pool, 'ledger', 'subject', sample);
  const bytes = Buffer.from((link.get('bytes') ?? '').slice(2), 'hex');
  const columns = [...caseRow.keys()];
  const linked = [...link.keys()].filter((name) => !['bytes', 'prev', 'hash', 'subject'].includes(name));
  const after = columns.length;
  const place = (at: number) => `$${at + 1}`;
  const [id, seq] = [place(columns.indexOf('id')), '1'];
  const [prev, hash, body] = [place(after), place(after + 1), place(after + 2)];
  const text = `with opened as (
      insert into case_record (${columns.join(', ')}) values (${columns.map((_, at) => place(at)).join(', ')})
    ), told as (
      insert into ledger (subject, prev, hash, bytes, ${linked.join(', ')})
      values (${id}, ${prev}, ${hash}, ${body}, ${linked.map((_, at) => place(after + 3 + at)).join(', ')})
    )
    insert into chain_head (tenant, subject, seq, prev, hash) values ('${tenant}', ${id}, ${seq}, ${prev}, ${hash})`;
  const genesis = Buffer.alloc(32);
  const constant = linked.map((name) => link.get(name) ?? null);
  return () => {
    const own = v7();
    const values = columns.map((name) => (name === 'id' || name === 'number' ? own : (caseRow.get(name) ?? null)));
    const hashed = createHash('sha256').update(genesis).update(bytes).digest();
    return pool.query({ name: 'bench_floor', text, values: [...values, genesis, hashed, bytes, ...constant] });
  };
}

/** A row as text, column by column, ready to be written again. */
async function rowOf(pool: Pool, table: string, key: string, id: string): Promise<Map<string, string | null>> {
  const { rows: named } = await pool.query<{ name: string }>(
    `select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  const names = named.map(({ name }) => name);
  const { rows } = await pool.query<Record<string, string | null>>(
    `select ${names.map((name) => `${name}::text as ${name}`).join(', ')} from ${table} where tenant = $1 and ${key} = $2`,
    [tenant, id],
  );
  return new Map(Object.entries(rows[0] ?? {}));
}
