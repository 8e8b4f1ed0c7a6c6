import { HuyingError, type Problem } from '@huying/kit/error';
import type { Db } from '../db/index.ts';
import { type ForeignKey, readStructure, type Structure, type TableShape } from './catalogue.store.ts';
import { DISTRIBUTED, LOCAL, REFERENCE } from './distribution.ts';
import { withoutTenant } from './with-tenant.ts';

/** Where each table would stand. */
export interface Placement {
  readonly distributed: readonly string[];
  readonly reference: readonly string[];
  readonly local: readonly string[];
}

const PLACEMENT: Placement = { distributed: DISTRIBUTED, reference: Object.keys(REFERENCE), local: Object.keys(LOCAL) };

/** A schema that can be spread, and the statements that do it on Citus, in order. */
export interface Spread extends Placement {
  readonly statements: readonly string[];
}

/**
 * How the database's schema would be spread over servers by district, after looking at the schema as it is. Nothing is changed.
 * @throws database.notDistributable with every reason why it cannot be
 */
export async function spreadOf(db: Db): Promise<Spread> {
  const structure = await withoutTenant(db, readStructure);
  const problems = obstaclesIn(structure, PLACEMENT);
  if (problems.length > 0) throw new HuyingError('database.notDistributable', { count: problems.length }, problems);
  return { ...PLACEMENT, statements: statementsFor(structure.foreignKeys, PLACEMENT) };
}

/** Everything that keeps a schema from being spread by `tenant`. */
export function obstaclesIn({ tables, foreignKeys }: Structure, placement: Placement): readonly Problem[] {
  const { distributed, reference, local } = placement;
  const placed = [...distributed, ...reference, ...local];
  const there = new Set(tables.map(({ name }) => name));
  const problems: Problem[] = [];
  const note = (path: string, zh: string, en: string) => problems.push({ path, zh, en });
  for (const { name } of tables.filter((table) => !placed.includes(table.name)))
    note(name, '没有规定这张表放在哪里', 'nothing says where this table is to stand');
  for (const name of placed.filter((one) => !there.has(one)))
    note(name, '数据库里没有这张表', 'there is no such table');
  for (const table of tables.filter(({ name }) => distributed.includes(name))) noteShape(table, note);
  for (const key of foreignKeys) noteKey(key, placement, note);
  return problems;
}

type Note = (path: string, zh: string, en: string) => void;

function noteShape(table: TableShape, note: Note): void {
  const { name, tenant, tenantRequired, hasPrimaryKey, otherUnique, exclusions, triggers, sequences } = table;
  if (tenant !== 'text' || !tenantRequired)
    note(name, 'tenant 列不是必填的 text', 'its column tenant is not a text that is never null');
  if (!hasPrimaryKey) note(name, '没有主键', 'it has no primary key');
  for (const one of otherUnique) {
    note(`${name}/${one}`, '唯一索引不以 tenant 开头', 'a unique index does not begin with tenant');
  }
  for (const one of exclusions) note(`${name}/${one}`, '有排他约束', 'it has an exclusion constraint');
  for (const one of triggers) note(`${name}/${one}`, '有触发器', 'it has a trigger');
  for (const one of sequences) {
    note(`${name}/${one}`, '取值自各区共用的序列', 'takes its value from a sequence that districts would share');
  }
}

function noteKey(key: ForeignKey, { distributed, reference, local }: Placement, note: Note): void {
  const path = `${key.table}/${key.name}`;
  const from = distributed.includes(key.table) ? 'distributed' : reference.includes(key.table) ? 'reference' : 'local';
  if (from === 'distributed') {
    if (local.includes(key.refers))
      note(path, '引用了只放在第一台服务器上的表', 'refers to a table of the first server alone');
    else if (distributed.includes(key.refers) && (key.first !== 'tenant' || key.refersFirst !== 'tenant'))
      note(path, '外键两边不都以 tenant 开头', 'a foreign key does not begin with tenant on both sides');
  } else if (distributed.includes(key.refers)) {
    note(path, '共用的表引用了某个区的表', "a shared table refers to a district's");
  } else if (from === 'reference' && local.includes(key.refers)) {
    note(path, '每台服务器都有的表引用了只在第一台上的表', 'a table of every server refers to one of the first alone');
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * The statements for Citus. Foreign keys are taken off first and put back at the end, so that no table is spread while another one that
 * is not yet refers to it; rows are copied by whoever runs it, who must therefore see past row-level security.
 */
export function statementsFor(keys: readonly ForeignKey[], { distributed, reference }: Placement): readonly string[] {
  const [first, ...rest] = distributed;
  const moved = keys.filter(({ table, refers }) =>
    [table, refers].some((name) => distributed.includes(name) || reference.includes(name)),
  );
  const distribute = (table: string, with_: string) =>
    `SELECT create_distributed_table(${literal(table)}, 'tenant', colocate_with => ${literal(with_)});`;
  return [
    'BEGIN;',
    `DO $$ BEGIN IF NOT (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) THEN RAISE EXCEPTION 'run this as a role that bypasses row-level security: without it no row would be copied'; END IF; END $$;`,
    'CREATE EXTENSION IF NOT EXISTS citus;',
    ...moved.map(({ table, name }) => `ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)};`),
    ...reference.map((table) => `SELECT create_reference_table(${literal(table)});`),
    ...(first === undefined ? [] : [distribute(first, 'none')]),
    ...rest.map((table) => distribute(table, first ?? 'none')),
    ...moved.map(
      ({ table, name, definition }) => `ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition};`,
    ),
    'COMMIT;',
  ];
}
