import type { Ctx } from '../../ledger/index.ts';
import { DRAFTERS } from './create.ts';
import { doersOf, verifiersOf } from './figures.ts';
import { isOfLead, leads, VERIFIERS, worksOn } from './participant.ts';
import type { PromiseBundle } from './promise-record.ts';
import { kindOf, type PromiseServices } from './promise-services.ts';
import type { PromiseView } from './promise-view.ts';
import type { PromiseWorld } from './promise-world.ts';
import { barOf, fieldsOf } from './step.ts';

/** The steps of the promise's present state, each allowed or barred with the reason the refusal would give. */
export function stepActions(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  bundle: PromiseBundle,
): PromiseView['actions'] {
  const { words } = services.product;
  const kind = kindOf(services, bundle.promise.kind);
  return Object.entries(kind.steps)
    .filter(([, step]) => step.from.includes(bundle.promise.state))
    .map(([name, step]) => {
      const path = `promises/${kind.id}/steps/${name}`;
      const reason = barOf(ctx, services, world, bundle, step);
      return {
        step: name,
        label: words[path] ?? { zh: step.label, en: step.label },
        allowed: reason === null,
        reason,
        asks: Object.entries(fieldsOf(step)).map(([asked, field]) => ({
          name: asked,
          label: words[`${path}/${asked}`] ?? { zh: field.label, en: field.label },
          field,
          options:
            (field.kind === 'choice' || field.kind === 'choices') && field.source.from === 'options'
              ? Object.entries(field.source.options).map(([code, zh]) => ({
                  code,
                  label: words[`${path}/${asked}/${code}`] ?? { zh, en: zh },
                }))
              : [],
        })),
      };
    });
}

/** What else the reader may do with it, so that a page offers nothing that would be refused. */
export function doingsOf(ctx: Ctx, services: PromiseServices, world: PromiseWorld, bundle: PromiseBundle): string[] {
  const { promise } = bundle;
  const role = world.post?.role ?? '';
  const { account } = ctx.actor;
  const has = (...roles: readonly string[]) => ctx.actor.kind === 'system' || roles.includes(role);
  const running = promise.issuedOn !== null && promise.endedAt === null;
  const works = worksOn(services, world, promise) && !(account !== null && verifiersOf(bundle).has(account));
  const did = account !== null && doersOf(bundle).has(account);
  const may: [string, boolean][] = [
    ['change', promise.issuedOn === null && has(...DRAFTERS)],
    ['issue', promise.issuedOn === null && has('report-editor', 'supervisor')],
    ['duties', promise.endedAt === null && has('report-editor', 'supervisor', 'district-leader', 'congress-officer')],
    ['observe', running && bundle.indicators.length > 0 && (works || has('statistician'))],
    ['evidence', running && works],
    ['report', running && works],
    ['split', promise.endedAt === null && leads(services, world, promise)],
    ['verify', running && VERIFIERS.includes(role) && !did && !isOfLead(ctx, world, promise)],
    ['revise', running && (leads(services, world, promise) || has('supervisor', 'report-editor', 'congress-officer'))],
    ['decide', running && has('district-leader', 'supervisor', 'congress-officer')],
    ['object', promise.publishedAt !== null],
    ['answer', leads(services, world, promise) || has('supervisor', 'report-editor', 'congress-officer')],
    ['publish', running && has('report-editor', 'supervisor', 'congress-officer', 'district-leader')],
  ];
  return may.filter(([, allowed]) => allowed).map(([name]) => name);
}
