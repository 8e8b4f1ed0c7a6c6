import { isHuyingError } from '@huying/kit/error';
import { testDatabase } from '@huying/testing/database';
import { describe, expect, it } from 'vitest';
import type { Structure } from './catalogue.store.ts';
import { DISTRIBUTED, LOCAL, REFERENCE } from './distribution.ts';
import { obstaclesIn, spreadOf, statementsFor } from './spread.ts';

const db = await testDatabase();
const placement = { distributed: ['post', 'unit'], reference: ['account'], local: ['session'] };
const shape = {
  tenant: 'text',
  tenantRequired: true,
  hasPrimaryKey: true,
  otherUnique: [],
  exclusions: [],
  triggers: [],
  sequences: [],
};
const shared = { ...shape, tenant: null, tenantRequired: false };
const sound: Structure = {
  tables: [
    { ...shape, name: 'post' },
    { ...shape, name: 'unit' },
    { ...shared, name: 'account' },
    { ...shared, name: 'session' },
  ],
  foreignKeys: [],
};
const key = (table: string, refers: string, first = 'tenant') => ({
  name: `${table}_${refers}_fkey`,
  table,
  refers,
  first,
  refersFirst: first,
  definition: `FOREIGN KEY (${first}) REFERENCES ${refers}(${first})`,
});
const paths = (structure: Structure) => obstaclesIn(structure, placement).map(({ path }) => path);

describe('the schema as it is', () => {
  it('can be spread by district, every table in its place', async () => {
    const { statements, ...places } = await spreadOf(db);
    expect(places).toEqual({
      distributed: DISTRIBUTED,
      reference: Object.keys(REFERENCE),
      local: Object.keys(LOCAL),
    });
    const named = (pattern: RegExp) => statements.flatMap((sql) => pattern.exec(sql)?.[1] ?? []);
    expect(named(/^SELECT create_distributed_table\('(\w+)', 'tenant'/)).toEqual(DISTRIBUTED);
    expect(named(/^SELECT create_reference_table\('(\w+)'/)).toEqual(Object.keys(REFERENCE));
    const off = named(/DROP CONSTRAINT "(\w+)"/);
    expect(off.length).toBeGreaterThan(20);
    expect(named(/ADD CONSTRAINT "(\w+)"/)).toEqual(off);
    for (const name of Object.keys(LOCAL)) expect(statements.join('\n')).not.toContain(`'${name}'`);
  });

  it('takes its own foreign keys off and puts them back as they were', async () => {
    const { statements } = await spreadOf(db);
    const keys = statements.filter((sql) => sql.startsWith('ALTER TABLE'));
    const defined = async () =>
      (
        await db.pool.query<{ d: string }>(
          `select conname || pg_get_constraintdef(oid) as d from pg_constraint where contype = 'f' order by 1`,
        )
      ).rows;
    const before = await defined();
    const client = await db.pool.connect();
    try {
      await client.query('begin');
      for (const sql of keys) await client.query(sql);
      await client.query('commit');
    } finally {
      client.release();
    }
    expect(await defined()).toEqual(before);
  });

  it('is refused with every reason once something is in the way', async () => {
    const client = await db.pool.connect();
    try {
      await client.query('create table stray (id integer primary key)');
      await client.query('create unique index unit_name on unit (name_zh)');
      const refused = await spreadOf(db).catch((error: unknown) => error);
      expect(isHuyingError(refused) && refused.code).toBe('database.notDistributable');
      expect(isHuyingError(refused) && refused.problems.map(({ path }) => path)).toEqual(['stray', 'unit/unit_name']);
    } finally {
      await client.query('drop table stray; drop index unit_name');
      client.release();
    }
  });
});

describe('what keeps a table from being spread', () => {
  const unit = (rest: object): Structure => ({
    ...sound,
    tables: sound.tables.map((table) => (table.name === 'unit' ? { ...table, ...rest } : table)),
  });
  it.each([
    ['nothing', sound, []],
    ['no tenant', unit({ tenant: null }), ['unit']],
    ['a tenant of another type', unit({ tenant: 'uuid' }), ['unit']],
    ['a tenant that may be null', unit({ tenantRequired: false }), ['unit']],
    ['no primary key', unit({ hasPrimaryKey: false }), ['unit']],
    ['another unique rule', unit({ otherUnique: ['unit_name'] }), ['unit/unit_name']],
    ['a trigger', unit({ triggers: ['told'] }), ['unit/told']],
    ['an exclusion', unit({ exclusions: ['apart'] }), ['unit/apart']],
    ['a sequence', unit({ sequences: ['no'] }), ['unit/no']],
    ['a key by another column', { ...sound, foreignKeys: [key('post', 'unit', 'unit')] }, ['post/post_unit_fkey']],
    ['a key to the first server', { ...sound, foreignKeys: [key('post', 'session')] }, ['post/post_session_fkey']],
    ['a key from what is shared', { ...sound, foreignKeys: [key('account', 'unit')] }, ['account/account_unit_fkey']],
    ['a table without a place', { ...sound, tables: [...sound.tables, { ...shape, name: 'new' }] }, ['new']],
    ['a place without a table', { ...sound, tables: sound.tables.slice(1) }, ['post']],
  ] as const)('%s', (_, structure, found) => {
    expect(paths(structure)).toEqual(found);
  });

  it('is no key to what stands on every server', () => {
    expect(paths({ ...sound, foreignKeys: [key('post', 'account', 'account'), key('post', 'unit')] })).toEqual([]);
  });
});

describe('the statements', () => {
  it('take keys off, place the shared, then the districts’ together, and put keys back, in one transaction', () => {
    const statements = statementsFor([key('post', 'unit')], placement);
    expect(statements.map((sql) => sql.split(' ').slice(0, 2).join(' '))).toEqual([
      'BEGIN;',
      'DO $$',
      'CREATE EXTENSION',
      'ALTER TABLE',
      "SELECT create_reference_table('account');",
      "SELECT create_distributed_table('post',",
      "SELECT create_distributed_table('unit',",
      'ALTER TABLE',
      'COMMIT;',
    ]);
    expect(statements.at(6)).toContain("colocate_with => 'post'");
  });
});
