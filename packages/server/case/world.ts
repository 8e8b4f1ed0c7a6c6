import type { Acting } from '@huying/kit/access';
import { type Calendar, type CalendarRules, calendarOf } from '@huying/kit/calendar';
import type { CaseContext, Value } from '@huying/kit/case';
import { type CaseReach, reachOf } from '../access/index.ts';
import type { Ctx } from '../ledger/index.ts';
import { type HeldPost, type OrgView, orgOf } from '../org/index.ts';
import { parametersOf } from '../parameter/index.ts';
import type { RegistryView } from '../registry/index.ts';
import type { CaseServices } from './case-services.ts';

/** A district as the rules of cases see it in one transaction: its people, its data, its time. */
export interface World {
  readonly org: OrgView;
  readonly registry: RegistryView;
  readonly calendar: Calendar;
  readonly parameter: (name: string) => Value;
  /** The post the actor acts in; undefined for the program, platforms and citizens. */
  readonly post: HeldPost | undefined;
  readonly reach: CaseReach;
  readonly context: CaseContext;
}

/** Reads the district; everything but a few stamps comes from memory. */
export async function worldOf(ctx: Ctx, services: CaseServices): Promise<World> {
  const [org, registry, parameters] = await Promise.all([
    orgOf(ctx),
    services.registries.current(ctx.tx, ctx.tenant, ctx.now),
    parametersOf(ctx, services.parameters),
  ]);
  const parameter = (name: string) => parameters.at(name, ctx.now) as Value;
  const { actor } = ctx;
  const post =
    actor.kind === 'person' && actor.account !== null && actor.post !== null
      ? org.heldPost(actor.account, actor.post, ctx.now)
      : undefined;
  const calendar = calendarFrom(parameter('base.calendar'));
  const context: CaseContext = {
    now: ctx.now,
    acting: actingOf(ctx, post, org),
    units: org,
    calendar,
    parameter,
    filingLimits: (code) => stagesOf(registry.last('condition', code, ctx.now)?.data.limit),
    id: ctx.id,
  };
  return { org, registry, calendar, parameter, post, reach: caseReachOf(post, services, org), context };
}

/** Which cases a post reaches, by its role and by the types that name it. */
export function caseReachOf(
  post: HeldPost | undefined,
  { product }: Pick<CaseServices, 'product'>,
  org: Pick<OrgView, 'subtree' | 'line'>,
): CaseReach {
  return reachOf(
    post,
    product.roles,
    org,
    product.definitions.map(({ type }) => type),
  );
}

function actingOf(ctx: Ctx, post: HeldPost | undefined, org: OrgView): Acting {
  if (post !== undefined) {
    const { id, unit, role, area } = post;
    // Who stands in for another is still the person they are.
    const account = ctx.actor.account ?? post.account;
    const besides = org.postsOf(account, ctx.now).filter((other) => other.id !== id);
    return {
      kind: 'post',
      post: id,
      account,
      unit,
      role,
      area,
      besides: besides.map((other) => ({ post: other.id, unit: other.unit })),
    };
  }
  switch (ctx.actor.kind) {
    case 'system':
      return { kind: 'system' };
    case 'partner':
      return { kind: 'partner' };
    case 'public':
    case 'person':
      // A person without a post in force is, to a case, nobody with a say in it.
      return { kind: 'citizen' };
    default:
      return ctx.actor.kind satisfies never;
  }
}

const compiled = new WeakMap<object, Calendar>();

/** The calendar of the parameter `base.calendar`; compiled once for each value, which never changes. */
function calendarFrom(rules: Value): Calendar {
  if (rules === null || typeof rules !== 'object') return calendarOf({ zone: 'UTC', years: [] });
  let calendar = compiled.get(rules);
  if (calendar === undefined) {
    calendar = calendarOf(rules as unknown as CalendarRules);
    compiled.set(rules, calendar);
  }
  return calendar;
}

/** The stages of a filing condition's limit: `1紧急工作时;5工作日`. */
export function stagesOf(limit: unknown): readonly string[] | undefined {
  if (typeof limit !== 'string') return undefined;
  const stages = limit.split(/[;；]/).map((stage) => stage.trim());
  return stages.every((stage) => stage !== '') ? stages : undefined;
}
