import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../../ledger/index.ts';
import { inForce } from '../../org/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';

/** Writes the report's text into tasks: uploads, reviews, drafts the plan and sees it through. */
export const REPORT_EDITOR = 'report-editor';
/** In charge of a share of the government's work; tasks of the plan stand under them. */
export const DISTRICT_LEADER = 'district-leader';
/** Those of a unit who answer its sheet. */
export const ANSWERERS: readonly string[] = ['unit-head', 'unit-clerk'];

/**
 * The district to whoever may read all its reports and reviews.
 * @throws report.unknown for everyone else, as for what is not there
 */
export async function worldOfReader(ctx: Ctx, services: PromiseServices): Promise<PromiseWorld> {
  const world = await promiseWorldOf(ctx, services);
  const { promises } = world;
  if (promises.reach !== 'promises' || promises.units !== 'all') throw new HuyingError('report.unknown');
  return world;
}

/** Whether the actor uploads, reviews and drafts. */
export function isEditor(ctx: Ctx, { post }: Pick<PromiseWorld, 'post'>): boolean {
  return ctx.actor.kind === 'system' || post?.role === REPORT_EDITOR;
}

/** Whether the district may order the unit; those it may not are asked to help (商请), by the parameter `reports.askedUnits`. */
export function ordersOf({ org, setting }: Pick<PromiseWorld, 'org' | 'setting'>): (unit: string) => boolean {
  const codes = setting<readonly string[]>('reports.askedUnits', []);
  const asked = new Set(Array.isArray(codes) ? codes : []);
  return (unit) => !org.line(unit).some(({ code }) => asked.has(code));
}

/** @throws report.notLeader */
export function requireLeader({ org }: Pick<PromiseWorld, 'org'>, post: string | null | undefined, now: number): void {
  if (post === null || post === undefined) return;
  const held = org.post(post);
  if (held === undefined || held.role !== DISTRICT_LEADER || !inForce(held, now)) {
    throw new HuyingError('report.notLeader');
  }
}
