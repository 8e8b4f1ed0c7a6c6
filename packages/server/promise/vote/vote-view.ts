import Type, { type Static } from 'typebox';
import type { Ctx } from '../../ledger/index.ts';
import { postHeld } from '../../org/index.ts';
import { rollOf, voterOf } from './ballot.store.ts';
import { candidatesNamed } from './candidate.store.ts';
import { offices } from './offices.ts';
import { type Vote, voteStates, voteVariants } from './vote.store.ts';
import { ballots, closed, nullable, oneOf, uuid } from './vote-schema.ts';

export const countsSchema = Type.Object(
  { present: ballots, issued: ballots, returned: ballots, valid: ballots, void: ballots },
  closed,
);
export const totalSchema = Type.Object(
  { candidate: uuid, approve: ballots, oppose: ballots, abstain: ballots },
  closed,
);

/** What the rule of a vote asks, without its candidates. */
export const ruleFields = {
  seats: Type.Integer({ minimum: 1, maximum: 100 }),
  base: oneOf(['all', 'present', 'valid']),
  strict: Type.Boolean(),
  ties: oneOf(['second-round', 'chair']),
  mostApprovals: nullable(Type.Integer({ minimum: 1, maximum: 100 })),
};

const ruleSchema = Type.Object({ ...ruleFields, candidates: Type.Array(Type.String()) });

export const resultSchema = Type.Object({
  rule: ruleSchema,
  members: Type.Integer(),
  counts: nullable(
    Type.Object({
      present: Type.Integer(),
      issued: Type.Integer(),
      returned: Type.Integer(),
      valid: Type.Integer(),
      void: Type.Integer(),
    }),
  ),
  totals: Type.Array(
    Type.Object({
      candidate: Type.String(),
      approve: Type.Integer(),
      oppose: Type.Integer(),
      abstain: Type.Integer(),
    }),
  ),
  needed: nullable(Type.Number()),
  chosen: Type.Array(Type.String()),
  tied: Type.Array(Type.String()),
  meeting: nullable(Type.String()),
  document: nullable(Type.String()),
  source: Type.Optional(
    Type.Object({
      name: Type.String(),
      sha256: Type.String(),
      lines: Type.Integer(),
      void: Type.Integer(),
    }),
  ),
});

export const voteRow = Type.Object({
  id: Type.String(),
  year: Type.Integer(),
  title: Type.String(),
  variant: oneOf(voteVariants),
  state: oneOf(voteStates),
  members: Type.Integer(),
  seats: Type.Integer(),
  candidates: Type.Integer(),
  chosen: Type.Integer(),
  certifiedAt: nullable(Type.String()),
  version: Type.Integer(),
});
export type VoteRow = Static<typeof voteRow>;

export const voteView = Type.Object({
  id: Type.String(),
  year: Type.Integer(),
  title: Type.String(),
  variant: oneOf(voteVariants),
  state: oneOf(voteStates),
  members: Type.Integer(),
  rule: ruleSchema,
  candidates: Type.Array(
    Type.Object({
      id: Type.String(),
      no: nullable(Type.Integer()),
      title: Type.String(),
      domain: Type.String(),
      content: Type.String(),
      state: Type.String(),
    }),
  ),
  openedAt: nullable(Type.String()),
  closedAt: nullable(Type.String()),
  certifiedAt: nullable(Type.String()),
  certifiedBy: nullable(Type.String()),
  result: nullable(resultSchema),
  digest: nullable(Type.String({ description: 'SHA-256 of the result' })),
  /** Of an electronic vote: how many are on the roll and voted; null for others. */
  roll: nullable(Type.Object({ members: Type.Integer(), voted: Type.Integer() })),
  /** Whether the reader is on the roll and has voted. */
  mine: nullable(Type.Object({ voted: Type.Boolean() })),
  may: Type.Array(oneOf(['change', 'open', 'cast', 'close', 'certify', 'recount'])),
  version: Type.Integer(),
});
export type VoteView = Static<typeof voteView>;

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function voteRowOf(vote: Vote): VoteRow {
  const { id, year, title, variant, state, members, rule, version } = vote;
  return {
    id,
    year,
    title,
    variant,
    state,
    members,
    seats: rule.seats,
    candidates: rule.candidates.length,
    chosen: vote.result?.chosen.length ?? 0,
    certifiedAt: iso(vote.certifiedAt),
    version,
  };
}

/** A vote as this reader sees it; of an open one nothing is told but how many voted. */
export async function voteViewOf(ctx: Ctx, vote: Vote): Promise<VoteView> {
  const { tx, tenant, actor } = ctx;
  const role = (await postHeld(ctx))?.role ?? '';
  const found = new Map((await candidatesNamed(tx, tenant, vote.rule.candidates)).map((one) => [one.id, one]));
  const electronic = vote.variant === 'electronic' && vote.state !== 'prepared';
  const mine =
    electronic && actor.account !== null ? ((await voterOf(tx, tenant, vote.id, actor.account)) ?? null) : null;
  return {
    id: vote.id,
    year: vote.year,
    title: vote.title,
    variant: vote.variant,
    state: vote.state,
    members: vote.members,
    rule: { ...vote.rule, candidates: [...vote.rule.candidates] },
    candidates: vote.rule.candidates.flatMap((id) => {
      const one = found.get(id);
      if (one === undefined) return [];
      const { no, title, domain, content, state } = one;
      return [{ id, no, title, domain, content, state }];
    }),
    openedAt: iso(vote.openedAt),
    closedAt: iso(vote.closedAt),
    certifiedAt: iso(vote.certifiedAt),
    certifiedBy: vote.certifiedBy,
    result: vote.result as VoteView['result'],
    digest: vote.digest,
    roll: electronic ? await rollOf(tx, tenant, vote.id) : null,
    mine,
    may: allowed(vote, role, mine),
    version: vote.version,
  };
}

function allowed(vote: Vote, role: string, mine: { voted: boolean } | null): VoteView['may'] {
  const whose: readonly string[] = vote.variant === 'decided' ? offices.decide : offices.congress;
  const casts = vote.state === 'open' && mine !== null && !mine.voted;
  if (!whose.includes(role)) return casts ? ['cast'] : [];
  switch (vote.state) {
    case 'prepared':
      return ['change', 'open'];
    case 'open':
      return vote.variant === 'electronic' ? ['close'] : ['certify'];
    case 'closed':
      return ['certify', 'recount'];
    case 'certified':
      return vote.variant === 'electronic' ? ['recount'] : [];
    default:
      return vote.state satisfies never;
  }
}
