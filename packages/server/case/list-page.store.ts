import type { Predicate } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { CASE_LIST_COLUMNS, type ListedCase, type ListQuery, listCases, tasksSql } from './list.store.ts';

/** Along which rows a list is read. */
export type Among =
  | { readonly by: 'cases' }
  /** Those of some units, newest first. */
  | { readonly by: 'units'; readonly units: readonly string[] }
  /** Those of some units that are open. */
  | { readonly by: 'open-of-units'; readonly units: readonly string[] }
  /** Those in an area, by each place in it. */
  | { readonly by: 'areas'; readonly from: string; readonly to: string };

export interface PageQuery extends Pick<ListQuery, 'order' | 'after' | 'limit'> {
  readonly among: Among;
  /** Condition over `c`, its parameters beginning with $2. */
  readonly where: Predicate;
}

/** One page of cases, by keyset, read along `among`. */
export async function listPage(tx: Tx, tenant: string, query: PageQuery): Promise<ListedCase[]> {
  const { among, where, order, after, limit } = query;
  if (among.by === 'cases') {
    // Which index serves a filter depends on the values asked for.
    if (where.params.length > 0) await tx.run('set local plan_cache_mode = force_custom_plan');
    return listCases(tx, tenant, { where: where.sql, params: where.params, order, after, limit });
  }
  const params: unknown[] = [tenant, ...where.params];
  const place = (value: unknown) => `$${params.push(value)}`;
  const open = among.by === 'open-of-units';
  const [key, sign, direction] = open && order === 'due' ? ['s.open_due', '>', ''] : ['s.opened_at', '<', ' desc'];
  // Every source yields a page of its own; the first of all of them are the page, each case once.
  const sources = sourcesOf(among, place);
  const from = after && ` and (${key}, s.id) ${sign} (${place(after.at)}::timestamptz, ${place(after.id)}::uuid)`;
  const most = place(limit);
  const ordered = (at: string) => `order by ${at}.at${direction}, ${at}.id${direction} limit ${most}`;
  const filtered = where.sql === 'true' ? '' : `join case_record c on c.tenant = $1 and c.id = s.id where ${where.sql}`;
  return tx.rows<ListedCase>(
    `${sources.with} select ${CASE_LIST_COLUMNS} from (
       select distinct p.at, p.id from ${sources.each} cross join lateral (
         select ${key} as at, s.id from (${sources.one}) s ${filtered === '' ? 'where true' : filtered}${from ?? ''}
         order by ${key}${direction}, s.id${direction} limit ${most}
       ) p ${ordered('p')}
     ) page join case_record c on c.tenant = $1 and c.id = page.id order by page.at${direction}, page.id${direction}`,
    params,
  );
}

/** The sources of a list: `each` names them, `one` holds the rows of one of them with the keys of both orders. */
function sourcesOf(among: Exclude<Among, { by: 'cases' }>, place: (value: unknown) => string) {
  if (among.by === 'areas') {
    const [from, to] = [`${place(among.from)}::text`, `${place(among.to)}::text`];
    // From each place that has a case to the next, by the index: a few hundred steps at most, however many cases.
    const next = (after: string) =>
      `(select a.area from case_record a where a.tenant = $1 and a.area ${after} and a.area < ${to} order by a.area limit 1)`;
    return {
      with: `with recursive place (area) as (
        ${next(`>= ${from}`)} union all select ${next('> place.area')} from place where place.area is not null
      )`,
      each: 'place',
      one: 'select n.opened_at, n.id from case_record n where n.tenant = $1 and n.area = place.area',
    };
  }
  const only = among.by === 'open-of-units' ? ' and u.open_due is not null' : '';
  return {
    with: '',
    each: `unnest(${place(among.units)}::uuid[]) as w (unit)`,
    one: `select u.opened_at, u.open_due, u.case_id as id from case_unit u where u.tenant = $1 and u.unit = w.unit${only}`,
  };
}

/** One of the lists of a menu, to be counted. */
export type Counted =
  | { readonly of: 'cases'; readonly among: Among; readonly where: Predicate }
  /** What the reader has to do; parameters as `tasksSql` numbers them. */
  | { readonly of: 'tasks'; readonly params: readonly unknown[] }
  | { readonly of: 'nothing' };

/**
 * How much is in each list, counted no further than `most` and one: of a million a page says "more than". One statement for all;
 * `listed` makes each, its parameters numbered from the number it is given.
 */
export async function countLists(
  tx: Tx,
  tenant: string,
  lists: readonly ((first: number) => Counted)[],
  most: number,
): Promise<readonly number[]> {
  const params: unknown[] = [tenant];
  const place = (value: unknown) => `$${params.push(value)}`;
  const counts = lists.map((listed, index) => {
    const list = listed(params.length + 1);
    const rows = rowsOf(list, params, place, most + 1);
    return `(select count(*)::integer from (${rows}) as l${index}) as c${index}`;
  });
  await tx.run('set local plan_cache_mode = force_custom_plan');
  const row = await tx.one<Record<string, number>>(`select ${counts.join(', ')}`, params);
  return lists.map((_, index) => row?.[`c${index}`] ?? 0);
}

function rowsOf(list: Counted, params: unknown[], place: (value: unknown) => string, most: number): string {
  switch (list.of) {
    case 'nothing':
      return 'select 1 where false';
    case 'tasks': {
      const first = params.length + 1;
      params.push(...list.params);
      return `select distinct s.case_id from ${tasksSql(first)} s limit ${most}`;
    }
    case 'cases': {
      const { among, where } = list;
      params.push(...where.params);
      if (among.by === 'cases') {
        // All of a district is counted along an index: the first rows of the table may be other districts'.
        const along = where.sql === 'true' ? 'order by c.opened_at desc' : '';
        return `select 1 from case_record c where c.tenant = $1 and ${where.sql} ${along} limit ${most}`;
      }
      if (among.by === 'areas') {
        const [from, to] = [place(among.from), place(among.to)];
        return `select 1 from case_record c where c.tenant = $1 and c.area >= ${from} and c.area < ${to} limit ${most}`;
      }
      const { each, one } = sourcesOf(among, place);
      const filtered =
        where.sql === 'true' ? '' : `join case_record c on c.tenant = $1 and c.id = s.id where ${where.sql}`;
      return `select distinct p.id from ${each} cross join lateral (
        select s.id from (${one}) s ${filtered} limit ${most}
      ) p limit ${most}`;
    }
    default:
      return list satisfies never;
  }
}
