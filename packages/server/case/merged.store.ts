import type { Predicate } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { CASE_LIST_COLUMNS, type ListedCase } from './list.store.ts';

/** Which case is followed, and which of its followers are asked for. */
export interface FollowerQuery {
  readonly main: string;
  /** Over `c`, its parameters beginning with $5. */
  readonly within: Predicate;
  /** The link that the page goes on after; null from the first. */
  readonly after: string | null;
  readonly limit: number;
}

/** A case that was merged into another, and the link that says so. */
export interface ListedFollower extends ListedCase {
  readonly link: string;
}

/** A page of the cases merged into one, in the order in which they joined; `link_to` serves it. */
export async function followersPage(tx: Tx, tenant: string, query: FollowerQuery): Promise<ListedFollower[]> {
  const { main, within, after, limit } = query;
  return tx.rows<ListedFollower>(
    `select ${CASE_LIST_COLUMNS}, l.id as link from link l join case_record c on c.tenant = l.tenant and c.id = l.from_id
     where l.tenant = $1 and l.to_id = $2 and l.kind = 'merged' and ($3::uuid is null or l.id > $3) and ${within.sql}
     order by l.id limit $4`,
    [tenant, main, after, limit, ...within.params],
  );
}

export interface FollowerCount {
  readonly count: number;
  /** Within the reader's reach. */
  readonly seen: number;
  readonly waiting: number;
  /** Closed for the citizen since they were answered as a follower. */
  readonly answered: number;
}

/** How many were merged into a case: one look at a link and a row each, whatever the cases hold. */
export async function countFollowers(
  tx: Tx,
  tenant: string,
  query: {
    readonly main: string;
    /** The state in which a case follows, and the action that answers it. */
    readonly follows: string;
    readonly answered: string;
    /** Over `c`, its parameters beginning with $5. */
    readonly within: Predicate;
  },
): Promise<FollowerCount> {
  const row = await tx.one<FollowerCount>(
    `select count(*)::integer as count, count(*) filter (where ${query.within.sql})::integer as seen,
       count(*) filter (where c.state = $3)::integer as waiting,
       count(*) filter (where c.closed_at is not null and (c.counts ->> $4)::integer > 0)::integer as answered
     from link l join case_record c on c.tenant = l.tenant and c.id = l.from_id
     where l.tenant = $1 and l.to_id = $2 and l.kind = 'merged'`,
    [tenant, query.main, query.follows, query.answered, ...query.within.params],
  );
  return row ?? { count: 0, seen: 0, waiting: 0, answered: 0 };
}
