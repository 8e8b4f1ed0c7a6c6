import type { Tx } from '../db/index.ts';
import type { Link } from './link.ts';

/** Adds a link; answers whether it was new. */
export async function insertLink(tx: Tx, tenant: string, link: Link): Promise<boolean> {
  const added = await tx.run(
    `insert into link (tenant, id, kind, from_kind, from_id, to_kind, to_id, set_by, account, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (tenant, kind, from_id, to_id) do nothing`,
    [
      tenant,
      link.id,
      link.kind,
      link.from.kind,
      link.from.id,
      link.to.kind,
      link.to.id,
      link.by,
      link.account,
      new Date(link.at),
    ],
  );
  return added === 1;
}

/** Deletes the links of a kind that lead from a subject; answers how many. */
export async function deleteLinks(tx: Tx, tenant: string, kind: Link['kind'], from: string): Promise<number> {
  return tx.run('delete from link where tenant = $1 and kind = $2 and from_id = $3', [tenant, kind, from]);
}

const COLUMNS = `id, kind, jsonb_build_object('kind', from_kind, 'id', from_id) as "from", jsonb_build_object('kind', to_kind, 'id', to_id) as "to",
  set_by as by, account, (extract(epoch from set_at) * 1000)::float8 as at`;

/** The links of a subject in both directions, the oldest first. */
export async function selectLinks(tx: Tx, tenant: string, subject: string): Promise<Link[]> {
  return tx.rows<Link>(
    `select ${COLUMNS} from link where tenant = $1 and from_id = $2
     union all select ${COLUMNS} from link where tenant = $1 and to_id = $2 order by id`,
    [tenant, subject],
  );
}

/** The links of a subject, but for those of a kind that lead to it; the oldest first. */
export async function selectLinksButTo(tx: Tx, tenant: string, kind: Link['kind'], subject: string): Promise<Link[]> {
  return tx.rows<Link>(
    `select ${COLUMNS} from link where tenant = $1 and from_id = $2
     union all select ${COLUMNS} from link where tenant = $1 and to_id = $2 and kind <> $3 order by id`,
    [tenant, subject, kind],
  );
}

/** The links of a kind that lead from a subject, the oldest first. */
export async function selectLinksFrom(tx: Tx, tenant: string, kind: Link['kind'], from: string): Promise<Link[]> {
  return tx.rows<Link>(`select ${COLUMNS} from link where tenant = $1 and kind = $2 and from_id = $3 order by id`, [
    tenant,
    kind,
    from,
  ]);
}
