import type { Problem } from '@huying/kit/error';
import { checkBallots, tally } from '@huying/kit/promise';
import type { Ctx } from '../../ledger/index.ts';
import { candidatesNamed } from './candidate.store.ts';
import type { BallotCounts, CandidateTotal, Vote } from './vote.store.ts';

/** What does not add up in the totals of a vote, each with its difference; empty where all does. */
export async function ballotFaults(
  ctx: Ctx,
  { rule, members }: Pick<Vote, 'rule' | 'members'>,
  counts: BallotCounts,
  totals: readonly CandidateTotal[],
): Promise<readonly Problem[]> {
  const names = new Map(
    (await candidatesNamed(ctx.tx, ctx.tenant, rule.candidates)).map(({ id, no, title }) => [
      id,
      `${no ?? ''} ${title}`.trim(),
    ]),
  );
  const told = new Set(totals.map(({ candidate }) => candidate));
  const listing: Problem[] = [
    ...rule.candidates
      .filter((id) => !told.has(id))
      .map((id) => ({
        path: `/totals/${id}`,
        zh: `“${names.get(id) ?? id}”没有票数。`,
        en: `“${names.get(id) ?? id}” has no totals.`,
      })),
    ...totals
      .filter(({ candidate }, at) => {
        return !names.has(candidate) || totals.findIndex((one) => one.candidate === candidate) !== at;
      })
      .map(({ candidate }) => ({
        path: `/totals/${candidate}`,
        zh: '有不在名单上或重复的项目。',
        en: 'Something not on the list, or twice.',
      })),
  ];
  const found = checkBallots({ ...counts, members }, totals).map(({ at, zh, en }): Problem => {
    if (at === null) return { path: '/counts', zh, en };
    const name = names.get(at) ?? at;
    return { path: `/totals/${at}`, zh: `“${name}”：${zh}`, en: `“${name}”: ${en}` };
  });
  return [...listing, ...found];
}

/** Whom the rule chooses of totals that add up; `settled` names those the chair took among the tied. */
export function outcomeOf(
  { rule, members }: Pick<Vote, 'rule' | 'members'>,
  counts: BallotCounts,
  totals: readonly CandidateTotal[],
  settled: readonly string[] = [],
) {
  return tally(rule, { ...counts, members }, totals, settled);
}
