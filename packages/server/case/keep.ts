import type { CaseRecord, CaseType, Decision, Step, Values } from '@huying/kit/case';
import { type Due, dueOf } from '@huying/kit/clock';
import type { Words } from '@huying/kit/error';
import type { Fields } from '@huying/kit/field';
import { firstTimers, setTimers } from '../clock/index.ts';
import { attachFiles, filesOf } from '../file/index.ts';
import { append, type Ctx, enqueueOutbox } from '../ledger/index.ts';
import type { CaseServices } from './case-services.ts';
import { tellerOf, tellStep } from './fact-sink.ts';
import { whenFollowed } from './followers-due.ts';
import { pointOf, putOnMap } from './on-map.ts';
import { type Recipient, recipientsOf } from './parties.ts';
import { indexCaller, sealValues } from './sealing.ts';
import { indexStep } from './search-text.ts';
import { type CaseIndexing, insertCase, placeInUnits, setTasks, type UnitPlace, updateCase } from './store.ts';
import { tasksOf, timersOf } from './tasks.ts';
import type { World } from './world.ts';

/** A case type with the texts of its definition. */
export interface Typed {
  readonly type: CaseType;
  readonly words: Readonly<Record<string, Words>>;
}

/**
 * Keeps a step, in the transaction of the context: the case, its ledger row, what has to be done and fired next, and
 * what must leave after the commit. `before` is null for a new case.
 */
export async function keep(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  { type, words }: Typed,
  before: CaseRecord | null,
  decision: Decision,
  external: { readonly source: string; readonly number: string } | null = null,
): Promise<CaseRecord> {
  const { step } = decision;
  const { id } = decision.record;
  const action = type.actions[step.action];
  const form = { ...type.fields, ...action?.ask };
  const [data, teller] = await Promise.all([
    sealValues(ctx, services, type.fields, id, decision.record.data, before === null ? 'new' : 'known'),
    tellerOf(ctx, services, type.id, before),
  ]);
  const asked = before === null ? data : await sealValues(ctx, services, form, id, step.asked);
  const record = { ...decision.record, data, requests: sealedRequests(decision, asked) };
  await takeFiles(ctx, form, asked, id);
  writeCase(ctx, services, world, type, { before, record, external, plain: step.asked });
  append(ctx, {
    subject: id,
    isNew: before === null,
    kind: 'case',
    what: step.action,
    visibility: before === null || action?.public !== undefined ? 'public' : 'internal',
    body: { ...step, asked, by: world.post === undefined ? null : { unit: world.post.unit, role: world.post.role } },
  });
  const { tx, tenant } = ctx;
  const timers = timersOf(type, record, world.calendar);
  if (before !== null) tx.write(setTimers, { tenant, subject: id, kind: 'case', timers });
  else for (const one of timers) tx.write(firstTimers, { ...one, tenant, subject: id, kind: 'case', fired: false });
  tellStep(ctx, teller, world, before, step, record);
  sendOut(ctx, services, world, { type, words }, before, record, { ...step, asked });
  await whenFollowed(ctx, type, before, record);
  const { version, area, involved } = record;
  const changed = { tenant, id, type: type.id, version, area, involved };
  ctx.afterCommit(() => services.changes.emit(changed));
  return record;
}

/** A case as it stands now. */
interface Standing {
  /** Null for a new one. */
  readonly before: CaseRecord | null;
  readonly record: CaseRecord;
  readonly external: { readonly source: string; readonly number: string } | null;
  /** What was given now, before anything of it was sealed. */
  readonly plain: Values;
}

/** Writes a case as it stands now, and all by which it is found: its place in lists, what has to be done, the telephone, the map, words. */
export function writeCase(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  type: CaseType,
  { before, record, external, plain }: Standing,
): void {
  const { tx, tenant } = ctx;
  const { id } = record;
  const isNew = before === null;
  const indexing = indexingOf(type, record, world, external);
  tx.write(isNew ? insertCase : updateCase, { tenant, record, indexing });
  indexCaller(ctx, services, type, { id, isNew }, plain);
  const place = placeOf(record, indexing.dueAt);
  if (isNew || !samePlace(place, placeOf(before, promisedDue(type, before, world)?.at ?? null))) {
    tx.write(placeInUnits, { tenant, isNew, ...place });
  }
  putOnMap(ctx, world, type, before, record);
  tx.write(setTasks, { tenant, id, isNew, tasks: tasksOf(type, record, world.calendar) });
  indexStep(ctx, world, type, before, record, external?.number ?? null);
}

/** What an application asked for is kept with the case until it is decided: sealed like everything else. */
function sealedRequests({ record, step }: Decision, asked: Values): CaseRecord['requests'] {
  return Object.fromEntries(
    Object.entries(record.requests).map(([name, request]) => [
      name,
      request.asked === step.asked ? { ...request, asked } : request,
    ]),
  );
}

/** The files of a step become the case's; whoever may see the case may see them, and nobody clears them away. */
async function takeFiles(ctx: Ctx, form: Fields, asked: Values, id: string): Promise<void> {
  const named = Object.entries(asked).flatMap(([name, value]) => {
    const kind = form[name]?.kind;
    return (kind === 'photos' || kind === 'files') && Array.isArray(value) ? (value as string[]) : [];
  });
  if (named.length === 0) return;
  const own = new Set((await filesOf(ctx.tx, ctx.tenant, 'case', [id])).map((file) => file.id));
  const others = named.filter((file) => !own.has(file));
  await attachFiles(ctx, others, { kind: 'case', id });
}

/** The columns of the case list, read from the record. */
export function indexingOf(
  type: CaseType,
  record: CaseRecord,
  world: Pick<World, 'calendar'>,
  external: { readonly source: string; readonly number: string } | null,
): CaseIndexing {
  const text = (name: string | undefined) => {
    const value = name === undefined ? undefined : record.data[name];
    return typeof value === 'string' ? value : null;
  };
  const promised = promisedClock(type);
  const clock = promised === undefined ? undefined : record.clocks[promised];
  const due = promisedDue(type, record, world);
  const point = pointOf(record.data[type.roles.place]);
  return {
    title: text(type.roles.title) ?? type.name,
    matter: text(type.roles.matter) ?? text('demandClass'),
    kind: text('demandKind'),
    urgency: text('urgency'),
    channel: text('channel'),
    satisfied: text('satisfied'),
    longitude: point?.longitude ?? null,
    latitude: point?.latitude ?? null,
    dueAt: due?.at ?? null,
    dueProvisional: due?.provisional ?? false,
    firstDueAt: clock?.firstPromise.at ?? null,
    promise: promised ?? null,
    externalSource: external?.source ?? null,
    externalNumber: external?.number ?? null,
  };
}

function promisedClock(type: CaseType): string | undefined {
  return Object.entries(type.clocks).find(([, spec]) => spec.promised === true)?.[0];
}

/** When the citizen was promised it; null once that was kept or missed and the case goes on with something else. */
function promisedDue(type: CaseType, record: CaseRecord, { calendar }: Pick<World, 'calendar'>): Due | null {
  const clock = record.clocks[promisedClock(type) ?? ''];
  if (clock === undefined || (clock.phase.kind === 'stopped' && record.closedAt === null)) return null;
  return dueOf(clock, calendar);
}

/** Where a case stands in the lists of its units, by when it is due. */
export function placeOf(record: CaseRecord, dueAt: number | null): UnitPlace {
  const { id, involved: units, openedAt, closedAt } = record;
  return { id, units, openedAt, openDue: closedAt === null ? (dueAt ?? 'never') : null };
}

/** Units are only ever added. */
function samePlace(one: UnitPlace, other: UnitPlace): boolean {
  return one.openDue === other.openDue && one.units.length === other.units.length && one.openedAt === other.openedAt;
}

function sendOut(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  { type, words }: Typed,
  before: CaseRecord | null,
  record: CaseRecord,
  step: Step,
): void {
  const action = type.actions[step.action];
  if (action === undefined) {
    const owner = type.owner[record.state];
    if (owner === undefined) return;
    const recipients = recipientsOf([owner], record, world, services);
    const label = words[`${type.id}/states/${record.state}`] ?? { zh: record.state, en: record.state };
    notice(ctx, record, type, recipients, { what: step.action, does: 'step', label, key: `${record.version}` });
    return;
  }
  const recipients = recipientsOf(action.tells ?? [], record, world, services);
  const label = words[`${type.id}/actions/${step.action}`] ?? { zh: action.label, en: action.label };
  const phone = type.roles.callerPhone;
  const informs = action.informs !== undefined && phone !== undefined && record.data[phone] !== undefined;
  const cityNumber = record.data.cityNumber;
  const sends = action.sends !== undefined && typeof cityNumber === 'string';
  notice(ctx, record, type, recipients, { what: step.action, does: 'step', label, key: `${record.version}` });
  if (informs) {
    enqueueOutbox(ctx, {
      kind: 'sms',
      to: record.id,
      key: `sms:${record.id}:${record.version}`,
      body: { case: record.id, template: action.informs, params: smsParams(type, record, world) },
    });
  }
  if (sends) {
    enqueueOutbox(ctx, {
      kind: 'city',
      to: 'city',
      key: `city:${record.id}:${record.version}`,
      body: {
        message: action.sends,
        case: record.id,
        cityNumber,
        at: ctx.now,
        fields: outward(step.asked, before, record),
      },
    });
  }
}

function smsParams(type: CaseType, record: CaseRecord, world: World): Values {
  const due = indexingOf(type, record, world, null).dueAt;
  const answer = record.data.answer;
  return { number: record.number, due, answer: typeof answer === 'string' ? answer : null };
}

/** What a step says to the platform a case came from: its own answers, and those of the application it settled. */
function outward(asked: Values, before: CaseRecord | null, record: CaseRecord): Values {
  const settled = Object.entries(before?.requests ?? {}).filter(([name]) => record.requests[name] === undefined);
  const applied = Object.assign({}, ...settled.map(([, request]) => request.asked)) as Values;
  return { ...applied, ...asked, number: record.number, state: record.state, result: record.result };
}

/** Puts a notice for people of the district into the outbox; nothing where it reaches nobody. */
export function notice(
  ctx: Ctx,
  record: CaseRecord,
  type: CaseType,
  recipients: readonly Recipient[],
  told: {
    readonly what: string;
    readonly does: string;
    readonly label: Words;
    readonly key: string;
    readonly due?: number;
  },
): void {
  if (recipients.length === 0) return;
  const { key, ...rest } = told;
  enqueueOutbox(ctx, {
    kind: 'notice',
    to: '',
    key: `notice:${record.id}:${key}`,
    body: {
      case: record.id,
      number: record.number,
      title: String(record.data[type.roles.title] ?? ''),
      type: record.type,
      recipients,
      ...rest,
    },
  });
}
