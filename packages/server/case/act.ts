import { type CaseContext, type CaseRecord, type CaseType, decide, refuseBarred } from '@huying/kit/case';
import { HuyingError, isHuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { admits } from '../access/index.ts';
import { type Ctx, defineOperation, pastOf, timeline } from '../ledger/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { checkedValues } from './checked-values.ts';
import { withNumber } from './give-number.ts';
import { handledBy } from './handled-by.ts';
import { keep, type Typed } from './keep.ts';
import { concernsAnother, lockForStep, requireMain, tellMain } from './merging.ts';
import { type Receipt, receiptOf, receiptSchema } from './receipt.ts';
import { type World, worldOf } from './world.ts';

/** Takes one step of a case, as its definition allows the acting post. `version` is the one the sender looked at. */
export function actOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.act',
    summary: { zh: '办理工单', en: 'Take a step of a case' },
    input: Type.Object(
      {
        id: Type.String({ format: 'uuid' }),
        action: Type.String({ minLength: 1, maxLength: 60 }),
        asked: Type.Record(Type.String(), Type.Unknown()),
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      { additionalProperties: false },
    ),
    output: receiptSchema,
    touches: ({ id, action }) => (concernsAnother(services, action) ? null : [id]),
    async run(ctx, input): Promise<Receipt> {
      const [world, { record, main }] = await Promise.all([worldOf(ctx, services), lockForStep(ctx, services, input)]);
      if (record === undefined || !mayTouch(ctx, world, record)) throw new HuyingError('case.unknown');
      const definition = await pinnedDefinition(ctx.tx, record.definition);
      if (input.version !== undefined && input.version !== record.version)
        throw await stale(ctx, definition, record, world);
      const { action, asked } = input;
      return receiptOf(await takeStep(ctx, services, world, definition, record, action, asked, main));
    },
  });
}

/**
 * One step of a locked case: checked, decided, kept. The reason of a barred one is told in the caller's language. `main` is the main case,
 * locked, where the step merges the case into it or takes it apart.
 */
export async function takeStep(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  definition: Typed,
  record: CaseRecord,
  name: string,
  asked: unknown,
  main?: CaseRecord,
): Promise<CaseRecord> {
  const { type } = definition;
  try {
    const context = await contextFor(ctx, world, type, record, name);
    const action = refuseBarred(type, record, name, context);
    const values = checkedValues(action.ask ?? {}, asked, action.label, world, record);
    if (type.merging?.action === name) {
      await requireMain(ctx, world, definition, record, main, values[type.merging.into]);
    }
    const decision = await withNumber(ctx, services, world, type, decide(type, record, name, values, context));
    const after = await keep(ctx, services, world, definition, record, decision);
    await tellMain(ctx, services, world, definition, name, after, main);
    return after;
  } catch (error) {
    throw inLanguage(error, ctx, definition, name, record);
  }
}

/** Who verifies must not have handled; only the ledger knows who did, and it is read for that step alone. */
async function contextFor(
  ctx: Ctx,
  world: World,
  type: CaseType,
  record: CaseRecord,
  name: string,
): Promise<CaseContext> {
  if (type.actions[name]?.verifies !== true) return world.context;
  const entries = await ctx.tx.gather(pastOf, { tenant: ctx.tenant, subject: record.id });
  return { ...world.context, handledBy: handledBy(type, record, entries, world) };
}

function inLanguage(error: unknown, ctx: Ctx, { type, words }: Typed, name: string, record: CaseRecord): unknown {
  if (!isHuyingError(error) || ctx.locale === 'zh') return error;
  const said = (path: string, otherwise: string) => words[`${type.id}/${path}`]?.[ctx.locale] ?? otherwise;
  const params = { ...error.params };
  if ('action' in params) params.action = said(`actions/${name}`, name);
  if ('state' in params) params.state = said(`states/${record.state}`, record.state);
  if ('guard' in params) params.because = said(`actions/${name}/guards/${params.guard}`, String(params.because));
  return new HuyingError(error.code, params, error.problems);
}

/** Staff act within their reach; a platform on what it sent; the clock on everything. What they may do, the definition says. */
export function mayTouch(ctx: Ctx, world: World, record: CaseRecord): boolean {
  switch (ctx.actor.kind) {
    case 'system':
      return true;
    case 'partner':
      return record.data.cityNumber !== undefined;
    case 'public':
      return false;
    case 'person':
      return admits(world.reach, record);
    default:
      return ctx.actor.kind satisfies never;
  }
}

async function stale(ctx: Ctx, { type, words }: Typed, record: CaseRecord, world: World): Promise<HuyingError> {
  // Rungs and readings of personal fields are in the ledger too; a step of this version or a later one has at least its place.
  const entries = await timeline(ctx, record.id, { for: 'internal', after: record.version - 1 });
  const last = entries.findLast(({ what }) => what === 'open' || Object.hasOwn(type.actions, what));
  const what = last === undefined ? '' : (words[`${type.id}/actions/${last.what}`]?.[ctx.locale] ?? last.what);
  const at = new Intl.DateTimeFormat(ctx.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: world.calendar.zone,
  });
  return new HuyingError('case.stale', {
    who: last?.actor.name ?? '',
    at: last === undefined ? '' : at.format(last.at),
    what,
    version: record.version,
  });
}
