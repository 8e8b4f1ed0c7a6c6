import type { Tx } from '../db/index.ts';

/** A foreign key as the catalogue has it. */
export interface ForeignKey {
  readonly name: string;
  readonly table: string;
  readonly refers: string;
  /** The first column on either side. */
  readonly first: string;
  readonly refersFirst: string;
  readonly definition: string;
}

/** What of a table decides whether it can be spread by `tenant`. */
export interface TableShape {
  readonly name: string;
  /** Type of the column `tenant`; null where there is none. */
  readonly tenant: string | null;
  readonly tenantRequired: boolean;
  readonly hasPrimaryKey: boolean;
  /** Unique indexes, primary keys among them, that do not begin with `tenant`. */
  readonly otherUnique: readonly string[];
  readonly exclusions: readonly string[];
  readonly triggers: readonly string[];
  /** Columns that take their value from a sequence or are identities. */
  readonly sequences: readonly string[];
}

/** The schema as the database has it at this moment. */
export interface Structure {
  readonly tables: readonly TableShape[];
  readonly foreignKeys: readonly ForeignKey[];
}

/** Every table of the program. Those of the queue of jobs stand in a schema of their own and are left out. */
export async function readStructure(tx: Tx): Promise<Structure> {
  const tables = await tx.rows<TableShape>(
    `select c.relname as name,
       (select format_type(a.atttypid, a.atttypmod) from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped) as tenant,
       exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and a.attnotnull) as "tenantRequired",
       exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary) as "hasPrimaryKey",
       array(select i.indexrelid::regclass::text from pg_index i where i.indrelid = c.oid and i.indisunique
         and (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) is distinct from 'tenant' order by 1) as "otherUnique",
       array(select k.conname::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'x' order by 1) as exclusions,
       array(select t.tgname::text from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal order by 1) as triggers,
       array(select a.attname::text from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attrelid = c.oid and a.attnum > 0 and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval%') order by 1) as sequences
     from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname`,
  );
  const foreignKeys = await tx.rows<ForeignKey>(
    `select k.conname as name, c.relname as "table", f.relname as refers,
       (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1]) as first,
       (select a.attname from pg_attribute a where a.attrelid = f.oid and a.attnum = k.confkey[1]) as "refersFirst",
       pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by c.relname, k.conname`,
  );
  return { tables, foreignKeys };
}
