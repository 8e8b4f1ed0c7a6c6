import type { Tx } from '../../db/index.ts';

/** Ids of a year's published livelihood projects, in the order of their numbers. */
export async function publishedProjects(tx: Tx, tenant: string, kind: string, year: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select id from promise where tenant = $1 and year = $2 and kind = $3 and published_at is not null order by number, id`,
    [tenant, year, kind],
  );
  return rows.map(({ id }) => id);
}

/** Years in which something was published, the latest first. */
export async function publishedYears(tx: Tx, tenant: string, kind: string): Promise<number[]> {
  const rows = await tx.rows<{ year: number }>(
    `select distinct year from promise where tenant = $1 and kind = $2 and published_at is not null order by year desc`,
    [tenant, kind],
  );
  return rows.map(({ year }) => year);
}

/** The sentences a promise comes from. */
export async function quotedClauses(
  tx: Tx,
  tenant: string,
  promise: string,
): Promise<{ words: string; page: number | null; title: string; year: number }[]> {
  return tx.rows(
    `select c.words, c.page, r.title, r.year from promise_clause p
     join clause c on c.tenant = p.tenant and c.report = p.report and c.no = p.clause
     join work_report r on r.tenant = p.tenant and r.id = p.report
     where p.tenant = $1 and p.promise = $2 order by c.no`,
    [tenant, promise],
  );
}

/** How many cases of each type a candidate comes from. */
export async function originTypes(
  tx: Tx,
  tenant: string,
  candidate: string,
): Promise<{ type: string; count: number }[]> {
  return tx.rows(
    `select c.type, count(*)::integer as count from link l join case_record c on c.tenant = l.tenant and c.id = l.from_id
     where l.tenant = $1 and l.to_id = $2 and l.kind = 'origin' and l.from_kind = 'case' group by c.type order by c.type`,
    [tenant, candidate],
  );
}

/** The published promise that a photo of a site belongs to. */
export async function publishedPhoto(tx: Tx, tenant: string, file: string): Promise<string | undefined> {
  const row = await tx.one<{ promise: string }>(
    `select e.promise from evidence e join promise p on p.tenant = e.tenant and p.id = e.promise
     where e.tenant = $1 and e.file = $2 and e.kind = 'photo' and e.site is not null and p.published_at is not null`,
    [tenant, file],
  );
  return row?.promise;
}
