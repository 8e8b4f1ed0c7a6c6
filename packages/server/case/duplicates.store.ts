import type { Instant } from '@huying/kit/calendar';
import type { Predicate } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import type { Placed } from './duplicate-pairs.ts';

export interface PlacedQuery {
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly limit: number;
  /** Over `c`, its parameters beginning with $5. */
  readonly within: Predicate;
}

/** Cases with a point opened in a time, in its order, with what they are about: the type, and the matter or the demand class. */
export async function placedCases(tx: Tx, tenant: string, query: PlacedQuery): Promise<Placed[]> {
  return tx.rows<Placed>(
    `select c.id, extract(epoch from c.opened_at)::float8 * 1000 as at, c.longitude, c.latitude,
       c.type || ' ' || coalesce(c.matter, '') as about
     from case_record c
     where c.tenant = $1 and c.opened_at >= $2 and c.opened_at < $3 and c.longitude is not null and c.latitude is not null
       and ${query.within.sql}
     order by c.opened_at, c.id limit $4`,
    [tenant, new Date(query.from), new Date(query.to), query.limit, ...query.within.params],
  );
}
