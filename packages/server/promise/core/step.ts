import { type ActedOn, isBarredByOwnWork, isParty, partyWords } from '@huying/kit/access';
import { HuyingError, type Words } from '@huying/kit/error';
import { date, type Fields, text } from '@huying/kit/field';
import { isFinal, type PromiseStep, partiesOf } from '@huying/kit/promise';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { doersOf, verifiersOf } from './figures.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { checkedAs } from './kind-data.ts';
import { isOfLead } from './participant.ts';
import { closed, lineSchema, uuidSchema } from './promise-draft.ts';
import type { PromiseBundle, PromiseRecord } from './promise-record.ts';
import { kindOf, type PromiseServices } from './promise-services.ts';
import { promiseReceiptSchema } from './promise-view.ts';
import { type PromiseWorld, promiseWorldOf } from './promise-world.ts';
import { lockedBundle, requireDay } from './requirement.ts';

/** Takes a step of the course that the promise's kind declares. */
export function stepOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.step',
    summary: { zh: '办理目标任务', en: 'Take a step of a promise' },
    input: Type.Object(
      {
        id: uuidSchema,
        step: lineSchema(60),
        asked: Type.Record(Type.String(), Type.Unknown()),
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      closed,
    ),
    output: promiseReceiptSchema,
    touches: ({ id }) => [id],
    async run(ctx, { id, step: name, asked, version }) {
      const world = await promiseWorldOf(ctx, services);
      const bundle = await lockedBundle(ctx, world, id, version);
      const { promise } = bundle;
      const step = kindOf(services, promise.kind).steps[name];
      if (step === undefined) throw new HuyingError('promise.unknownStep', { step: name.slice(0, 60) });
      const label = services.product.words[`promises/${promise.kind}/steps/${name}`]?.[ctx.locale] ?? step.label;
      const bar = barOf(ctx, services, world, bundle, step);
      if (bar !== null) {
        throw new HuyingError('promise.step', { step: label, because: bar[ctx.locale] });
      }
      const given = checkedAs(fieldsOf(step), asked, label);
      const kept = await keepPromise(ctx, services, world, taken(ctx, services, world, promise, step, given), {
        what: name,
        visibility: 'public',
        body: { step: name, from: promise.state, to: step.to, asked: given, official: step.official ?? null },
      });
      return receiptOf(kept);
    },
  });
}

/** What a step asks for: its own fields, and a document or a reason where it demands one and has no field for it. */
export function fieldsOf(step: PromiseStep): Fields {
  const asks = step.asks ?? {};
  const more: Record<string, Fields[string]> = {};
  if (step.demands?.includes('document') === true && !('document' in asks) && !('basis' in asks)) {
    more.document = text('文件（文号、日期）', { max: 200 }).required();
  }
  if (step.demands?.includes('reason') === true && !('reason' in asks)) {
    more.reason = text('理由', { max: 2000, lines: 3 }).required();
  }
  if (saysDone(step) && dayAsked(step) === undefined) more.on = date('完成日期');
  return { ...asks, ...more };
}

/** The field in which a step asks for the day it happened. */
function dayAsked({ asks = {} }: PromiseStep): string | undefined {
  return Object.keys(asks).find((name) => asks[name]?.kind === 'date');
}

function saysDone({ official }: PromiseStep): boolean {
  return official === 'done' || official === 'basically-done';
}

function taken(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  promise: PromiseRecord,
  step: PromiseStep,
  given: Readonly<Record<string, unknown>>,
): PromiseRecord {
  const { ends, data } = kindOf(services, promise.kind);
  const said = given[dayAsked(step) ?? 'on'];
  const on = typeof said === 'string' ? said : world.today;
  requireDay(on, world.today);
  // An answer to a field that the kind keeps of its promises is kept.
  const facts = Object.fromEntries(Object.entries(given).filter(([name]) => data !== undefined && name in data));
  const official = step.official ?? promise.official;
  return {
    ...promise,
    state: step.to,
    official,
    doneOn: saysDone(step) ? (promise.doneOn ?? on) : isFinal(official) ? promise.doneOn : null,
    data: { ...promise.data, ...facts },
    endedAt: ends.includes(step.to) ? ctx.now : null,
  };
}

/**
 * Why somebody may not take a step now; null where they may. The same function greys the button and refuses the request.
 */
export function barOf(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  bundle: PromiseBundle,
  step: PromiseStep,
): Words | null {
  const { promise } = bundle;
  const kind = kindOf(services, promise.kind);
  const { words } = services.product;
  if (!step.from.includes(promise.state)) {
    const state = words[`promises/${kind.id}/states/${promise.state}`] ?? { zh: promise.state, en: promise.state };
    return { zh: `现在处于“${state.zh}”`, en: `it is ${state.en} now` };
  }
  const parties = partiesOf(step).filter((party) => isParty(party, world.context.acting, actedOn(promise), world.org));
  if (parties.length === 0) {
    const outside = partiesOf(step).some((party) =>
      isBarredByOwnWork(party, world.context.acting, actedOn(promise), world.org),
    );
    if (outside) return INSIDER;
    const nameOf = (id: string) => words[`roles/${id}`] ?? { zh: services.product.roles[id]?.name ?? id, en: id };
    const who = partiesOf(step).map((party) => partyWords(party, nameOf));
    return {
      zh: `由${who.map(({ zh }) => zh).join('或')}办理`,
      en: `it is for ${who.map(({ en }) => en).join(' or ')}`,
    };
  }
  const account = ctx.actor.account;
  const looks = step.demands?.includes('verification') === true;
  if (looks && account !== null && doersOf(bundle).has(account)) {
    return { zh: '您填报过它的进展，不能核查或确认', en: 'you reported on it and cannot confirm it' };
  }
  if (looks && isOfLead(ctx, world, promise)) return INSIDER;
  const reports = saysDone(step) && parties.some(({ party }) => party === 'handlingUnit');
  if (reports && account !== null && verifiersOf(bundle).has(account)) {
    return { zh: '您核查过它，不能填报完成', en: 'you verified it and cannot report it done' };
  }
  if (
    step.demands?.includes('evidence') === true &&
    !bundle.evidence.some(({ verification }) => verification === null)
  ) {
    return { zh: '还没有佐证', en: 'there is no evidence yet' };
  }
  if (looks && bundle.verifications.at(-1)?.result !== 'true') {
    return { zh: '还没有核查属实的记录', en: 'nobody has verified it and found it true' };
  }
  return null;
}

const INSIDER: Words = {
  zh: '您在牵头单位有岗位（含代班），须由其他人核查或确认',
  en: 'you hold or stand in for a post in the lead unit: it is for another person to confirm',
};

/** What of a promise says who is a party to it: assisting and asked units are asked units. */
export function actedOn({ leadUnit, area, involved }: PromiseRecord): ActedOn {
  return { unit: leadUnit, handler: null, area, askedUnits: involved.filter((unit) => unit !== leadUnit) };
}
