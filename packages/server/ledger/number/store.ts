import type { Tx } from '../../db/index.ts';

/** Takes `count` numbers at once; answers the first. */
export async function takeBlock(tx: Tx, tenant: string, kind: string, day: string, count: number): Promise<number> {
  const taken = await tx.one<{ first: number }>(
    `insert into number_block as b (tenant, kind, day, next) values ($1, $2, $3, 1 + $4::int)
     on conflict (tenant, kind, day) do update set next = b.next + $4::int
     returning next - $4::int as first`,
    [tenant, kind, day, count],
  );
  if (taken === undefined) throw new Error('no numbers were given');
  return taken.first;
}
