import { localDateOf } from '@huying/kit/calendar';
import type { CaseRecord, Value, Values } from '@huying/kit/case';
import { type ClockEvent, givenLimit, parseLimit, replayClock, startClock, stopClock } from '@huying/kit/clock';
import {
  type CaseServices,
  currentDefinition,
  knownExternals,
  type PastCase,
  type PastStep,
  type World,
  worldOf,
  writePastCases,
} from '../case/index.ts';
import type { CaseSink, ImportedCase, ImportServices } from '../exchange/index.ts';
import { type Ctx, takeNumbers, theSystem } from '../ledger/index.ts';
import { setParameterOperation } from '../parameter/index.ts';
import type { Program } from './program.ts';

const TYPE = 'ticket';
const promised = 'whole';

/** What an import stands on: matters of another system enter the hotline's own subject tree, which asks nothing of them. */
export function requestImportOf({ services, operations }: Program): { services: ImportServices; sink: CaseSink } {
  const { importRecords } = operations.registries;
  const setParameter = setParameterOperation(services.parameters);
  return {
    services: { ...services, importRecords, setParameter, classification: 'demand-class' },
    sink: requestSink(services),
  };
}

/** Requests of another system become tickets with a past: as it left them, under the due time it gave. Nothing is fired. */
export function requestSink(services: CaseServices): CaseSink {
  return {
    known: (ctx, source, numbers) => knownExternals(ctx.tx, ctx.tenant, source, numbers),
    async write(ctx, cases) {
      const { definition, hash } = currentDefinition(services, TYPE);
      const world = await worldOf(ctx, services);
      const dayOf = (one: ImportedCase) => localDateOf(world.calendar, one.request.openedAt);
      const numbers = await numbersOf(ctx, services, definition.type.numberPrefix, cases, dayOf);
      const past = cases.map((one, index) => pastCase(ctx, world, one, numbers[index] ?? '', hash));
      await writePastCases(ctx, services, world, definition, past);
    },
  };
}

async function numbersOf(
  ctx: Ctx,
  services: CaseServices,
  prefix: string,
  cases: readonly ImportedCase[],
  dayOf: (one: ImportedCase) => string,
): Promise<string[]> {
  const numbers: string[] = [];
  const byDay = Map.groupBy(cases.keys(), (index) => dayOf(cases[index] as ImportedCase));
  for (const [day, indexes] of byDay) {
    const taken = await takeNumbers(services.db, ctx.tenant, prefix, day, indexes.length);
    for (const [at, index] of indexes.entries()) numbers[index] = taken[at] ?? '';
  }
  return numbers;
}

function pastCase(ctx: Ctx, world: World, one: ImportedCase, number: string, definition: string): PastCase {
  const { request, source, unit, cell } = one;
  const closed = request.status === 'closed';
  const closedAt = closed ? Math.max(request.closedAt ?? request.openedAt, request.openedAt) : null;
  const state = closed ? 'closed' : unit === null ? 'filed' : 'handling';
  const events = clockEvents(world, request.openedAt, request.dueAt, closedAt);
  const asked = intake(one);
  const data = {
    ...asked,
    ...(request.outcome === '' ? {} : { answer: request.outcome }),
    ...(unit === null ? {} : { unit }),
  };
  const record: CaseRecord = {
    id: ctx.id(),
    number,
    type: TYPE,
    definition,
    version: closed ? 2 : 1,
    state,
    result: closed ? 'fixed' : null,
    round: 1,
    unit,
    handler: null,
    area: cell,
    openedAt: request.openedAt,
    closedAt,
    heldUntil: null,
    stage: 0,
    data,
    counts: {},
    requests: {},
    parts: [],
    clocks: { [promised]: replayClock(events) },
    involved: unit === null ? [] : [unit],
  };
  return { record, steps: steps(record, asked, events), external: { source, number: request.number } };
}

/** The fields as they were when it was opened. A request says little of what a ticket asks; what it does not say is left out. */
function intake({ request, matter, cell }: ImportedCase): Values {
  const { title, words, channel, address, point } = request;
  const place: Value = {
    cell,
    point: point === null ? null : { longitude: point.longitude, latitude: point.latitude },
    address,
    datum: 'WGS84',
  };
  return {
    title: title.slice(0, 80),
    words: words === '' ? title : words,
    demandKind: 'request',
    demandClass: matter,
    channel: channel ?? 'web',
    place,
  };
}

const given = {
  since: { zh: '原系统登记', en: 'registered in the other system' },
  rule: { zh: '原系统给定的期限', en: 'the due time given there' },
};

/**
 * The clock of the promise with the due time that was given, to the second. Where that lies before the opening, as other systems have it,
 * the clock began a second before it was due: a budget is never nothing. A request that was given none gets the district's own.
 */
function clockEvents(
  { calendar, parameter }: World,
  openedAt: number,
  dueAt: number | null,
  closedAt: number | null,
): ClockEvent[] {
  if (dueAt === null) {
    const { request: limit } = parameter('hotline.wholeLimits') as { readonly request: string };
    const own = { at: openedAt, limit: parseLimit(limit, 'dates').limit, basis: { since: given.since } };
    const started = startClock(calendar, own);
    if (closedAt === null) return [started.event];
    return [started.event, stopClock(started.state, calendar, { at: closedAt, outcome: 'closed' }).event];
  }
  const due = { at: dueAt, provisional: false };
  const at = Math.min(openedAt, dueAt - 1000);
  const start: ClockEvent = { kind: 'start', at, limit: givenLimit(at, dueAt), basis: given, due };
  return closedAt === null ? [start] : [start, { kind: 'stop', at: closedAt, outcome: 'closed', due }];
}

function steps(record: CaseRecord, asked: Values, events: readonly ClockEvent[]): PastStep[] {
  const { unit, openedAt, closedAt, result, round } = record;
  const [start, stop] = events;
  const step = (action: string, at: number, rest: Readonly<Record<string, unknown>>): PastStep => {
    const body = { action, handler: null, unit, round, by: null, ...rest };
    return { what: action, at, actor: theSystem, visibility: 'public', body };
  };
  const clocks = (event: ClockEvent | undefined) => (event === undefined ? {} : { [promised]: [event] });
  const opened = closedAt === null ? record.state : 'handling';
  const first = step('open', openedAt, { from: null, to: opened, asked, clocks: clocks(start), result: null });
  if (closedAt === null) return [first];
  const answer = record.data.answer;
  const told = { result, ...(answer === undefined ? {} : { answer }) };
  return [first, step('close', closedAt, { from: opened, to: 'closed', asked: told, clocks: clocks(stop), result })];
}
