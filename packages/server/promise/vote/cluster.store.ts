import type { Predicate } from '../../access/index.ts';
import type { Tx } from '../../db/index.ts';

/** Calls of one matter in one community. */
export interface ClusterRow {
  readonly matter: string;
  readonly area: string;
  readonly calls: number;
  readonly open: number;
  readonly units: readonly string[];
  readonly last: Date;
}

export interface ClusterQuery {
  readonly from: Date;
  readonly until: Date;
  /** How many letters of an area's code make the place: the length of a community's or a cell's. */
  readonly digits: number;
  readonly minimum: number;
  readonly limit: number;
  /** Over the case table as `c`, parameters from $7. */
  readonly where: Predicate;
}

/** Where the same thing is asked again and again: matter × place, with how many and how many still open; the most frequent first. */
export async function clusters(tx: Tx, tenant: string, query: ClusterQuery): Promise<ClusterRow[]> {
  return tx.rows<ClusterRow>(
    `select c.matter, left(c.area, $4) as area, count(*)::integer as calls,
       (count(*) filter (where c.closed_at is null))::integer as open,
       array_remove(array_agg(distinct c.unit), null) as units, max(c.opened_at) as last
     from case_record c
     where c.tenant = $1 and c.opened_at >= $2 and c.opened_at < $3 and c.matter is not null and c.area is not null
       and length(c.area) >= $4 and ${query.where.sql}
     group by c.matter, left(c.area, $4) having count(*) >= $5
     order by count(*) desc, max(c.opened_at) desc, c.matter, 2 limit $6`,
    [tenant, query.from, query.until, query.digits, query.minimum, query.limit, ...query.where.params],
  );
}

export interface ClusterCase {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly openedAt: Date;
  readonly open: boolean;
}

/** The cases behind a cluster, newest first. Areas are compared by range, which row-level security lets through to the index. */
export async function clusterCases(
  tx: Tx,
  tenant: string,
  query: Pick<ClusterQuery, 'from' | 'until' | 'limit' | 'where'> & { readonly matter: string; readonly area: string },
): Promise<ClusterCase[]> {
  return tx.rows<ClusterCase>(
    `select c.id, c.number, c.type, c.title, c.opened_at as "openedAt", c.closed_at is null as open
     from case_record c
     where c.tenant = $1 and c.opened_at >= $2 and c.opened_at < $3 and c.matter = $4 and c.area >= $5 and c.area < $5 || '~'
       and ${query.where.sql}
     order by c.opened_at desc, c.id desc limit $6`,
    [tenant, query.from, query.until, query.matter, query.area, query.limit, ...query.where.params],
  );
}

/** Which of these cases the reader may see. */
export async function seenCases(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
  where: Predicate,
): Promise<ClusterCase[]> {
  return tx.rows<ClusterCase>(
    `select c.id, c.number, c.type, c.title, c.opened_at as "openedAt", c.closed_at is null as open
     from case_record c where c.tenant = $1 and c.id = any($2::uuid[]) and ${where.sql} order by c.opened_at desc, c.id desc`,
    [tenant, ids, ...where.params],
  );
}
