import type { Tx } from '../tx.ts';

/** A table of the program: what COPY writes and reads. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Whether its rows belong to districts. */
  readonly tenanted: boolean;
  /** How many rows the planner believes it has. */
  readonly estimate: number;
}

/** A foreign key: these columns of one table point at those of another. */
export interface Reference {
  readonly from: string;
  readonly columns: readonly string[];
  readonly to: string;
  readonly targets: readonly string[];
}

/** The history of the schema is in the head of a backup, not among its tables. */
const TABLES = `
select c.relname as name, greatest(c.reltuples, 0)::int8 as estimate,
  array_agg(a.attname::text order by a.attnum) as columns, bool_or(a.attname = 'tenant') as tenanted
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
group by c.oid, c.relname, c.reltuples order by c.relname`;

const REFERENCES = `
select c.relname as from, f.relname as to,
  (select array_agg(a.attname::text order by k.n) from unnest(r.conkey) with ordinality k (num, n)
   join pg_attribute a on a.attrelid = r.conrelid and a.attnum = k.num) as columns,
  (select array_agg(a.attname::text order by k.n) from unnest(r.confkey) with ordinality k (num, n)
   join pg_attribute a on a.attrelid = r.confrelid and a.attnum = k.num) as targets
from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_class f on f.oid = r.confrelid
where r.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, 2`;

/** All tables, each after those it refers to, and the references between them. */
export async function tablesInOrder(tx: Tx): Promise<{ tables: Table[]; references: Reference[] }> {
  const found = await tx.rows<Table>(TABLES);
  const references = await tx.rows<Reference>(REFERENCES);
  const left = new Map(found.map((table) => [table.name, table]));
  const tables: Table[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter((table) =>
      references.every((one) => one.from !== table.name || one.to === table.name || !left.has(one.to)),
    );
    // A test over the catalogue keeps circles out.
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left.keys()].join(', ')}`);
    for (const table of free) {
      tables.push(table);
      left.delete(table.name);
    }
  }
  return { tables, references };
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function list(names: readonly string[]): string {
  return names.map(quoted).join(', ');
}
