import { testDatabase } from '@huying/testing/database';
import { describe, expect, it } from 'vitest';
import { DISTRIBUTED, LOCAL, REFERENCE } from './distribution.ts';

/** Tables that districts share, each with its reason. A table that is neither here nor led by `tenant` fails. */
const SHARED: Readonly<Record<string, string>> = { ...REFERENCE, ...LOCAL };

const db = await testDatabase();

const LED_BY_TENANT = `exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped)`;
const TABLES = `pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`;

async function names(sql: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(sql);
  return rows.map((row) => row.name);
}

describe('every table of a district', () => {
  it('carries the tenant, unless it is a shared one', async () => {
    const without = await names(`select c.relname as name from ${TABLES} and not ${LED_BY_TENANT}`);
    expect(without.filter((name) => SHARED[name] === undefined)).toEqual([]);
  });

  it('has a tenant that is never null, typed text', async () => {
    expect(
      await names(`select c.relname as name from ${TABLES} and exists (select 1 from pg_attribute a where a.attrelid = c.oid
        and a.attname = 'tenant' and not (a.attnotnull and a.atttypid = 'text'::regtype))`),
    ).toEqual([]);
  });

  it('has a primary key, and the tenant first in every index and unique rule', async () => {
    expect(
      await names(`select c.relname as name from ${TABLES} and not exists
        (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`),
    ).toEqual([]);
    expect(
      await names(`select i.indexrelid::regclass::text as name from ${TABLES.replace('pg_class c', 'pg_index i join pg_class c on c.oid = i.indrelid')}
        and ${LED_BY_TENANT} and (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]) is distinct from 'tenant'`),
    ).toEqual([]);
  });

  it("refers to another district's table by tenant first, on both sides", async () => {
    expect(
      await names(`select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
        where k.contype = 'f' and ${LED_BY_TENANT} and ${LED_BY_TENANT.replaceAll('c.oid', 'f.oid')}
        and not exists (select 1 from pg_attribute a, pg_attribute b where a.attrelid = c.oid and a.attnum = k.conkey[1] and a.attname = 'tenant'
                        and b.attrelid = f.oid and b.attnum = k.confkey[1] and b.attname = 'tenant')`),
    ).toEqual([]);
  });

  it('is guarded by row-level security, also from its owner, by one policy on reading and writing', async () => {
    expect(
      await names(
        `select c.relname as name from ${TABLES} and ${LED_BY_TENANT} and not (c.relrowsecurity and c.relforcerowsecurity)`,
      ),
    ).toEqual([]);
    const guard = `(tenant = current_setting('huying.tenant'::text, true))`;
    expect(
      await names(`select c.relname as name from ${TABLES} and ${LED_BY_TENANT} and (
        select array_agg(p.cmd || ' ' || p.permissive || ' ' || coalesce(p.qual, '') || ' ' || coalesce(p.with_check, '')) from pg_policies p
        where p.schemaname = 'public' and p.tablename = c.relname
      ) is distinct from array['ALL PERMISSIVE ${guard.replaceAll("'", "''")} ${guard.replaceAll("'", "''")}']`),
    ).toEqual([]);
  });
});

describe('the schema', () => {
  it('has no triggers of its own', async () => {
    expect(
      await names(
        `select t.tgname as name from pg_trigger t join ${TABLES.replace('where', 'on c.oid = t.tgrelid where')} and not t.tgisinternal`,
      ),
    ).toEqual([]);
  });

  it('gives huying_app nothing to own, and no way to change the ledger', async () => {
    expect(await names(`select c.relname as name from pg_class c where c.relowner = 'huying_app'::regrole`)).toEqual(
      [],
    );
    const granted = await names(
      `select privilege_type as name from information_schema.role_table_grants where grantee = 'huying_app' and table_name = 'ledger'`,
    );
    expect(granted.sort()).toEqual(['INSERT', 'SELECT']);
  });

  it('has every table that is listed as shared, and none of them carries a tenant', async () => {
    const without = await names(`select c.relname as name from ${TABLES} and not ${LED_BY_TENANT}`);
    expect(Object.keys(SHARED).filter((name) => !without.includes(name))).toEqual([]);
  });

  it('has foreign keys without a circle, so that a backup can be restored table by table', async () => {
    const circles = await names(`with recursive ref as (
        select distinct conrelid as a, confrelid as b from pg_constraint where contype = 'f' and conrelid <> confrelid
      ), walk as (select a, b from ref union select w.a, r.b from walk w join ref r on r.a = w.b)
      select a::regclass::text as name from walk where a = b`);
    expect(circles).toEqual([]);
  });
});

describe('the schema, spread over servers by district', () => {
  const sql = (list: readonly string[]) => list.map((name) => `'${name}'`).join(', ');
  const references = (from: readonly string[], to: readonly string[]) =>
    names(`select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and c.relname in (${sql(from)}) and f.relname in (${sql(to)})`);

  it('has a place for every table: with its district, on each server, or on the first', async () => {
    const all = await names(`select c.relname as name from ${TABLES}`);
    const placed = [...DISTRIBUTED, ...Object.keys(REFERENCE), ...Object.keys(LOCAL)];
    expect([...placed].sort()).toEqual([...all].sort());
    const led = await names(`select c.relname as name from ${TABLES} and ${LED_BY_TENANT}`);
    expect([...DISTRIBUTED].sort()).toEqual([...led].sort());
  });

  it('refers from a district’s rows to no table of the first server alone, and from shared ones to no district’s', async () => {
    const [reference, local] = [Object.keys(REFERENCE), Object.keys(LOCAL)];
    expect(await references(DISTRIBUTED, local)).toEqual([]);
    expect(await references([...reference, ...local], DISTRIBUTED)).toEqual([]);
    expect(await references(reference, local)).toEqual([]);
  });

  it('takes no number from a sequence that districts would share', async () => {
    expect(
      await names(`select c.relname || '.' || a.attname as name from pg_attrdef d
        join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum join ${TABLES.replace('where', 'on c.oid = d.adrelid where')}
        and ${LED_BY_TENANT} and pg_get_expr(d.adbin, d.adrelid) like '%nextval%'`),
    ).toEqual([]);
    expect(
      await names(`select c.relname || '.' || a.attname as name from pg_attribute a
        join ${TABLES.replace('where', 'on c.oid = a.attrelid where')} and ${LED_BY_TENANT} and a.attidentity <> ''`),
    ).toEqual([]);
  });

  it('keeps a district together: every such table is told apart by the same type', async () => {
    const types =
      await names(`select distinct format_type(a.atttypid, a.atttypmod) || ' ' || a.attcollation::regcollation as name
      from pg_attribute a join ${TABLES.replace('where', 'on c.oid = a.attrelid where')} and a.attname = 'tenant' and not a.attisdropped`);
    expect(types).toEqual(['text "default"']);
  });
});
