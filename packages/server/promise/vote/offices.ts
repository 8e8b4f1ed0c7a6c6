import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../../ledger/index.ts';
import { type HeldPost, orgOf, postHeld } from '../../org/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';

/** Who may do what about livelihood projects. The ballot is the congress's: nobody of the government touches it. */
export const offices = {
  propose: [
    'report-editor',
    'supervisor',
    'shift-leader',
    'congress-officer',
    'deputy',
    'district-leader',
    'unit-head',
    'unit-clerk',
  ],
  screen: ['report-editor', 'supervisor'],
  decide: ['report-editor'],
  congress: ['congress-officer'],
  vote: ['deputy'],
  work: ['unit-head', 'unit-clerk', 'handler'],
  verify: ['supervisor', 'verifier'],
  publish: ['report-editor', 'supervisor'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Office = keyof typeof offices;

type ActingCtx = Pick<Ctx, 'tx' | 'tenant' | 'now' | 'actor'>;

/** The post in which the person acts, where its role is of the office; null for the program itself. @throws vote.notYours */
export async function requireOffice(ctx: ActingCtx, ...allowed: readonly Office[]): Promise<HeldPost | null> {
  if (ctx.actor.kind === 'system') return null;
  const post = await postHeld(ctx);
  const roles: readonly string[] = allowed.flatMap((office) => offices[office]);
  if (post === undefined || !roles.includes(post.role)) throw new HuyingError('vote.notYours');
  return post;
}

/** What of the candidates a post sees: all; those of its unit and its own; what was put before the congress. @throws vote.notYours */
export interface CandidateReach {
  readonly sees: 'all' | 'unit' | 'listed';
  /** Units above, below and the unit itself. */
  readonly units: readonly string[];
  readonly account: string | null;
}

export async function candidateReach(ctx: ActingCtx, services: PromiseServices): Promise<CandidateReach> {
  if (ctx.actor.kind === 'system') return { sees: 'all', units: [], account: null };
  const post = await postHeld(ctx);
  const role = post === undefined ? undefined : services.product.roles[post.role];
  if (post === undefined || role === undefined) throw new HuyingError('vote.notYours');
  const org = await orgOf(ctx);
  const sees = role.promises ?? ({ all: 'all', unit: 'unit', none: 'published' } as const)[role.reach.queue];
  return {
    sees: sees === 'published' ? 'listed' : sees,
    units: [...org.subtree(post.unit), ...org.line(post.unit)].map(({ id }) => id),
    account: post.account,
  };
}
