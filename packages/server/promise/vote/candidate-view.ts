import type { Words } from '@huying/kit/error';
import Type, { type Static } from 'typebox';
import { reachSql } from '../../access/index.ts';
import { worldOf } from '../../case/index.ts';
import type { Ctx } from '../../ledger/index.ts';
import { linksOf } from '../../link/index.ts';
import { orgOf } from '../../org/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type Candidate, candidateSources, candidateStates, originsOf } from './candidate.store.ts';
import { seenCases } from './cluster.store.ts';
import { type CandidateReach, offices } from './offices.ts';
import { named, nullable, oneOf } from './vote-schema.ts';

const row = {
  id: Type.String(),
  year: Type.Integer(),
  no: nullable(Type.Integer()),
  title: Type.String(),
  domain: Type.String(),
  content: Type.String(),
  budget: nullable(Type.Number({ description: '万元' })),
  unit: nullable(named),
  source: oneOf(candidateSources),
  state: oneOf(candidateStates),
  reason: nullable(Type.String()),
  screenedBy: nullable(Type.String()),
  promise: nullable(Type.String()),
  version: Type.Integer(),
  createdBy: Type.String(),
  createdAt: Type.String(),
  /** How many cases it comes from. */
  cases: Type.Integer(),
  /** What the reader may do with it. */
  may: Type.Array(oneOf(['edit', 'screen', 'make'])),
};

export const candidateRow = Type.Object(row);
export type CandidateRow = Static<typeof candidateRow>;

export const originCase = Type.Object({
  id: Type.String(),
  number: Type.String(),
  type: Type.String(),
  title: Type.String(),
  openedAt: Type.String(),
  open: Type.Boolean(),
});

export const candidateView = Type.Object({
  ...row,
  /** Those of its cases that the reader may see. */
  origin: Type.Array(originCase),
});
export type CandidateView = Static<typeof candidateView>;

/** Whether a candidate is among what a post sees. */
export function seesCandidate(reach: CandidateReach, one: Candidate): boolean {
  if (reach.sees === 'all' || (one.account !== null && one.account === reach.account)) return true;
  // The list put before the congress is for every deputy and every unit to read; what was left out is not.
  if (one.no !== null && one.state !== 'screened-out') return true;
  return reach.sees === 'unit' && one.unit !== null && reach.units.includes(one.unit);
}

/** Candidates as this reader sees them. */
export async function candidateRows(ctx: Ctx, all: readonly Candidate[], role: string): Promise<CandidateRow[]> {
  const org = await orgOf(ctx);
  const ids = all.map(({ id }) => id);
  const cases = new Map((await originsOf(ctx.tx, ctx.tenant, ids)).map((one) => [one.id, one.cases]));
  return all.map((one) => ({
    id: one.id,
    year: one.year,
    no: one.no,
    title: one.title,
    domain: one.domain,
    content: one.content,
    budget: one.budget,
    unit: one.unit === null ? null : { id: one.unit, name: nameOf(org.unit(one.unit)?.name) },
    source: one.source,
    state: one.state,
    reason: one.reason,
    screenedBy: one.screenedBy,
    promise: one.promise,
    version: one.version,
    createdBy: one.createdBy,
    createdAt: one.createdAt.toISOString(),
    cases: cases.get(one.id) ?? 0,
    may: allowed(ctx, one, role),
  }));
}

export async function candidateViewOf(
  ctx: Ctx,
  services: PromiseServices,
  one: Candidate,
  role: string,
): Promise<CandidateView> {
  const [shown] = await candidateRows(ctx, [one], role);
  const { reach } = await worldOf(ctx, services);
  const links = await linksOf(ctx, one.id);
  const ids = links.filter(({ kind, from }) => kind === 'origin' && from.kind === 'case').map(({ from }) => from.id);
  const seen = ids.length === 0 ? [] : await seenCases(ctx.tx, ctx.tenant, ids, reachSql(reach, 3));
  return {
    ...(shown as CandidateRow),
    origin: seen.map((found) => ({ ...found, openedAt: found.openedAt.toISOString() })),
  };
}

/** Whether a role's may change a candidate's words: those who screen, and whoever proposed it. */
export function mayEdit(ctx: Pick<Ctx, 'actor'>, one: Candidate, role: string): boolean {
  const screens = (offices.screen as readonly string[]).includes(role);
  return screens || (one.account !== null && one.account === ctx.actor.account && one.state === 'proposed');
}

function allowed(ctx: Ctx, one: Candidate, role: string): CandidateRow['may'] {
  const screens = (offices.screen as readonly string[]).includes(role);
  return [
    ...(['proposed', 'candidate'].includes(one.state) && mayEdit(ctx, one, role) ? (['edit'] as const) : []),
    ...(screens && ['proposed', 'candidate', 'screened-out'].includes(one.state) ? (['screen'] as const) : []),
    ...(screens && one.state === 'chosen' ? (['make'] as const) : []),
  ];
}

function nameOf(name: Words | undefined): Words {
  return name ?? { zh: '（已撤销单位）', en: '(unit no longer there)' };
}
