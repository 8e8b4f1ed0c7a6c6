import type { Instant } from '@huying/kit/calendar';
import type { Values } from '@huying/kit/case';
import type { Predicate } from '../access/index.ts';
import type { Tx } from '../db/index.ts';

/** A case with the point it is about. */
export interface NearbyCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly openedAt: Date;
  readonly longitude: number;
  readonly latitude: number;
  readonly data: Values;
}

export interface NearbyQuery {
  /** The case they are compared with. */
  readonly id: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Over `c`, its parameters beginning with $5. */
  readonly within: Predicate;
}

/** Cases of the same type opened in a time, with a point within a tenth of a degree; `case_newest` serves the time. */
export async function nearbyCases(tx: Tx, tenant: string, query: NearbyQuery): Promise<NearbyCase[]> {
  return tx.rows<NearbyCase>(
    `select c.id, c.number, c.title, c.state, c.opened_at as "openedAt", c.longitude, c.latitude, c.data
     from case_record c, case_record o
     where o.tenant = $1 and o.id = $2 and c.tenant = $1 and c.id <> o.id and c.opened_at between $3 and $4
       and c.type = o.type
       and c.longitude between o.longitude - 0.1 and o.longitude + 0.1
       and c.latitude between o.latitude - 0.1 and o.latitude + 0.1 and ${query.within.sql}
     order by c.opened_at desc, c.id desc limit 1000`,
    [tenant, query.id, new Date(query.from), new Date(query.to), ...query.within.params],
  );
}
