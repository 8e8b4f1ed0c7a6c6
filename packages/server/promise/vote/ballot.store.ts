import type { Tx } from '../../db/index.ts';

/** Puts who may vote on the roll, and an empty box beside it. */
export async function openRoll(tx: Tx, tenant: string, vote: string, accounts: readonly string[]): Promise<void> {
  await tx.run('insert into voter (tenant, vote, account) select $1, $2, unnest($3::uuid[])', [tenant, vote, accounts]);
  await tx.run('insert into ballot (tenant, vote, choices) values ($1, $2, $3)', [tenant, vote, []]);
}

/** Strikes a voter off the roll; false where they voted already, undefined where they are not on it. */
export async function strikeVoter(tx: Tx, tenant: string, vote: string, account: string): Promise<boolean | undefined> {
  const struck = await tx.run(
    'update voter set voted = true where tenant = $1 and vote = $2 and account = $3 and not voted',
    [tenant, vote, account],
  );
  if (struck === 1) return true;
  const known = await tx.one('select 1 from voter where tenant = $1 and vote = $2 and account = $3', [
    tenant,
    vote,
    account,
  ]);
  return known === undefined ? undefined : false;
}

/** Puts a ballot into the box, where it lies in the order of what it says and not of when it came. */
export async function dropBallot(tx: Tx, tenant: string, vote: string, choices: string): Promise<void> {
  await tx.run(
    `update ballot set choices = array(select one from unnest(choices || $3::text) as one order by one)
     where tenant = $1 and vote = $2`,
    [tenant, vote, choices],
  );
}

/** What is in the box. */
export async function ballotsOf(tx: Tx, tenant: string, vote: string): Promise<readonly string[]> {
  const row = await tx.one<{ choices: string[] }>('select choices from ballot where tenant = $1 and vote = $2', [
    tenant,
    vote,
  ]);
  return row?.choices ?? [];
}

/** How many are on the roll and how many of them voted. */
export async function rollOf(tx: Tx, tenant: string, vote: string): Promise<{ members: number; voted: number }> {
  const row = await tx.one<{ members: number; voted: number }>(
    `select count(*)::integer as members, (count(*) filter (where voted))::integer as voted
     from voter where tenant = $1 and vote = $2`,
    [tenant, vote],
  );
  return row ?? { members: 0, voted: 0 };
}

/** Whether somebody is on the roll, and has voted. */
export async function voterOf(
  tx: Tx,
  tenant: string,
  vote: string,
  account: string,
): Promise<{ voted: boolean } | undefined> {
  return tx.one('select voted from voter where tenant = $1 and vote = $2 and account = $3', [tenant, vote, account]);
}
