import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { type DataSet, tenant } from './data-set.ts';

type Pool = DataSet['program']['services']['db']['pool'];
type Row = ReadonlyMap<string, string | null>;

/** One create without the program: what one statement writes that commits by itself. */
export type Bare = () => Promise<unknown>;

/** Tables that a create writes, with the column that names its case. */
const OF_A_CASE = [
  ['case_record', 'id'],
  ['ledger', 'subject'],
  ['chain_head', 'subject'],
  ['subject_key', 'subject'],
  ['case_phone', 'case_id'],
  ['case_task', 'case_id'],
  ['timer', 'subject'],
  ['fact', 'subject'],
  ['case_point', 'case_id'],
  ['search_recent', 'subject'],
  ['outbox', "body ->> 'case'"],
] as const;

/** Of those, what proves that something happened: case, ledger row and chain head. */
const PROOF: readonly string[] = ['case_record', 'ledger', 'chain_head'];

/**
 * The floors under a create: as the owner, without row-level security, with the very values of a case that the operation has just written
 * under this key. Nothing is checked, decided, sealed or counted, and every statement was prepared.
 */
export async function floorsUnder(pool: Pool, sample: string, key: string): Promise<{ three: Bare; all: Bare }> {
  const found = await Promise.all(OF_A_CASE.map(async ([table, of]) => [table, await rowsOf(pool, table, of, sample)]));
  const rows = found as [string, Row[]][];
  const answer = await rowsOf(pool, 'idempotency_key', 'key', key);
  return {
    three: writing(
      pool,
      'bench_three',
      sample,
      rows.filter(([table]) => PROOF.includes(table)),
    ),
    all: writing(pool, 'bench_all', sample, [...rows, ['idempotency_key', answer]]),
  };
}

function writing(
  pool: Pool,
  name: string,
  sample: string,
  tables: readonly (readonly [string, readonly Row[]])[],
): Bare {
  let count = 0;
  const place = () => {
    count += 1;
    return `$${count}`;
  };
  const inserts = tables
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => {
      const tuples = rows.map((row) => `(${[...row.keys()].map(place).join(', ')})`);
      return `insert into ${table} (${[...(rows[0] as Row).keys()].join(', ')}) values ${tuples.join(', ')}`;
    });
  const last = inserts.pop();
  const before = inserts.map((insert, index) => `w${index} as (${insert})`);
  const text = `with ${before.join(', ')} ${last}`;
  const cells = tables.flatMap(([table, rows]) =>
    rows.flatMap((row) => [...row].map((cell) => [table, ...cell] as const)),
  );
  const bytes = Buffer.from(cells.find(([, column]) => column === 'bytes')?.[2]?.slice(2) ?? '', 'hex');
  const genesis = Buffer.alloc(32);
  return () => {
    const own = v7();
    const hash = createHash('sha256').update(genesis).update(bytes).digest();
    const values = cells.map(([table, column, value]) => {
      if (column === 'number' && table === 'case_record') return own;
      if (column === 'key' && table === 'idempotency_key') return own;
      if (column === 'hash') return hash;
      if (column === 'id' && table !== 'case_record') return v7();
      return value?.includes(sample) ? value.replaceAll(sample, own) : value;
    });
    return pool.query({ name, text, values });
  };
}

/** Rows as texts, column by column, ready to be written again. */
async function rowsOf(pool: Pool, table: string, of: string, id: string): Promise<Row[]> {
  const { rows: named } = await pool.query<{ name: string }>(
    'select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
    [table],
  );
  const { rows } = await pool.query<Record<string, string | null>>(
    `select ${named.map(({ name }) => `${name}::text as ${name}`).join(', ')} from ${table} where tenant = $1 and ${of} = $2`,
    [tenant, id],
  );
  return rows.map((row) => new Map(Object.entries(row)));
}
