import type { Tx } from '../db/index.ts';
import { displayNames } from '../identity/index.ts';
import type { OrgRows } from './org-view.ts';
import type { Deputy, Post, Succession, Unit } from './unit.ts';

const ms = (column: string, as: string) => `(extract(epoch from ${column}) * 1000)::float8 as "${as}"`;
const period = `${ms('valid_from', 'from')}, ${ms('valid_to', 'to')}`;

export async function readOrg(tx: Tx, tenant: string, stamp: string): Promise<OrgRows> {
  const units = await tx.rows<Omit<Unit, 'name'> & { readonly zh: string; readonly en: string }>(
    `select id, parent, path, code, kind, name_zh as zh, name_en as en, area, ${period} from unit where tenant = $1 order by path`,
    [tenant],
  );
  const posts = await tx.rows<Post>(
    `select id, account, unit, role, area, ${period} from post where tenant = $1 order by id`,
    [tenant],
  );
  const deputies = await tx.rows<Deputy>(
    `select id, post, account, ${period} from deputy where tenant = $1 order by id`,
    [tenant],
  );
  const successions = await tx.rows<Succession>(
    'select unit, successor from unit_successor where tenant = $1 order by unit, place',
    [tenant],
  );
  const accounts = new Set([...posts, ...deputies].map(({ account }) => account));
  const names = await displayNames(tx, [...accounts]);
  const named = units.map(({ zh, en, ...unit }) => ({ ...unit, name: { zh, en } }));
  return { stamp, units: named, posts, deputies, successions, names };
}

export async function insertUnit(tx: Tx, tenant: string, unit: Unit): Promise<void> {
  await tx.run(
    `insert into unit (tenant, id, parent, path, code, kind, name_zh, name_en, area, valid_from, valid_to)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tenant,
      unit.id,
      unit.parent,
      unit.path,
      unit.code,
      unit.kind,
      unit.name.zh,
      unit.name.en,
      unit.area,
      date(unit.from),
      date(unit.to),
    ],
  );
}

export async function updateUnitName(tx: Tx, tenant: string, id: string, zh: string, en: string): Promise<void> {
  await tx.run('update unit set name_zh = $3, name_en = $4 where tenant = $1 and id = $2', [tenant, id, zh, en]);
}

/** Hangs a unit below another; the paths of all below it follow. */
export async function updateUnitParent(
  tx: Tx,
  tenant: string,
  unit: Unit,
  parent: string,
  path: string,
): Promise<void> {
  await tx.run('update unit set parent = $3 where tenant = $1 and id = $2', [tenant, unit.id, parent]);
  await tx.run(
    `update unit set path = $3::text || substr(path, length($2::text) + 1) where tenant = $1 and (path = $2 or starts_with(path, $2 || '/'))`,
    [tenant, unit.path, path],
  );
}

export async function endUnitAt(tx: Tx, tenant: string, id: string, at: number): Promise<void> {
  await tx.run('update unit set valid_to = $3 where tenant = $1 and id = $2', [tenant, id, date(at)]);
}

export async function insertSuccessors(
  tx: Tx,
  tenant: string,
  unit: string,
  successors: readonly string[],
): Promise<void> {
  await tx.run(
    `insert into unit_successor (tenant, unit, successor, place)
     select $1, $2, s.id, s.place from unnest($3::uuid[]) with ordinality as s (id, place)`,
    [tenant, unit, successors],
  );
}

export async function insertPost(tx: Tx, tenant: string, post: Post): Promise<void> {
  await tx.run(
    'insert into post (tenant, id, account, unit, role, area, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tenant, post.id, post.account, post.unit, post.role, post.area, date(post.from), date(post.to)],
  );
}

export async function endPostAt(tx: Tx, tenant: string, id: string, at: number): Promise<void> {
  await tx.run('update post set valid_to = $3 where tenant = $1 and id = $2', [tenant, id, date(at)]);
}

export async function insertDeputy(tx: Tx, tenant: string, deputy: Deputy): Promise<void> {
  await tx.run('insert into deputy (tenant, id, post, account, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6)', [
    tenant,
    deputy.id,
    deputy.post,
    deputy.account,
    date(deputy.from),
    date(deputy.to),
  ]);
}

function date(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}

/** Writes units and posts that have been there for a while, parents before children: the demo district's, or an import's. */
export async function insertOrg(tx: Tx, tenant: string, units: readonly Unit[], posts: readonly Post[]): Promise<void> {
  for (const unit of units) await insertUnit(tx, tenant, unit);
  for (const post of posts) await insertPost(tx, tenant, post);
}
