import { localDateOf } from '@huying/kit/calendar';
import type { CaseRecord, CaseType, Value, Values } from '@huying/kit/case';
import { type ClockState, type ClockStep, givenLimit, parseLimit, startClock, stopClock } from '@huying/kit/clock';
import {
  type CaseServices,
  currentDefinition,
  knownExternals,
  type PastCase,
  type World,
  worldOf,
  writePastCases,
} from '../../case/index.ts';
import { type Actor, type Ctx, takeNumbers } from '../../ledger/index.ts';
import type { CaseSink, ImportedCase } from './imported-case.ts';

/**
 * Makes cases of imported requests. They keep the due times they were given; one that had none gets the district's own.
 * Closed ones are closed, open ones wait with the unit that answers for them, or for a dispatcher where none does.
 */
export function caseSink(services: CaseServices, caseType: string): CaseSink {
  return {
    known: (ctx, source, numbers) => knownExternals(ctx.tx, ctx.tenant, source, numbers),
    async write(ctx, cases) {
      const world = await worldOf(ctx, services);
      const { definition, hash } = currentDefinition(services, caseType);
      const numbers = await numbersFor(ctx, services, world, definition.type.numberPrefix, cases);
      const past = cases.map((imported, index) =>
        pastCase(ctx, world, definition.type, { number: numbers[index] ?? '', definition: hash }, imported),
      );
      await writePastCases(ctx, services, world, definition, past);
    },
  };
}

/** Human numbers of the days on which the requests were opened, in the order given. */
async function numbersFor(
  ctx: Ctx,
  services: CaseServices,
  { calendar }: World,
  prefix: string,
  cases: readonly ImportedCase[],
): Promise<readonly string[]> {
  const days = cases.map(({ request }) => localDateOf(calendar, request.openedAt));
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const taken = new Map<string, string[]>();
  for (const [day, count] of counts) taken.set(day, await takeNumbers(services.db, ctx.tenant, prefix, day, count));
  return days.map((day) => taken.get(day)?.shift() ?? '');
}

function pastCase(
  ctx: Ctx,
  world: World,
  type: CaseType,
  head: { readonly number: string; readonly definition: string },
  imported: ImportedCase,
): PastCase {
  const { request, source, unit } = imported;
  const data = valuesOf(imported);
  const closedAt = request.status === 'closed' ? (request.closedAt ?? request.openedAt) : null;
  const state = closedAt !== null ? 'closed' : unit === null ? 'filed' : 'handling';
  const clocks = clocksOf(type, world, request.openedAt, request.dueAt, closedAt, state);
  const states = Object.fromEntries(
    Object.entries(clocks).map(([name, steps]): [string, ClockState] => [name, (steps.at(-1) as ClockStep).state]),
  );
  const events = (of: (steps: readonly ClockStep[]) => readonly ClockStep[]) =>
    Object.fromEntries(Object.entries(clocks).map(([name, steps]) => [name, of(steps).map(({ event }) => event)]));
  const record: CaseRecord = {
    id: ctx.id(),
    number: head.number,
    type: type.id,
    definition: head.definition,
    version: closedAt === null ? 1 : 2,
    state,
    result: closedAt === null ? null : 'fixed',
    round: 1,
    unit,
    handler: null,
    area: imported.cell,
    openedAt: request.openedAt,
    closedAt,
    heldUntil: null,
    stage: 0,
    data,
    counts: {},
    requests: {},
    parts: [],
    clocks: states,
    involved: unit === null ? [] : [unit],
  };
  const actor: Actor = { kind: 'partner', account: null, post: null, name: source };
  const by = unit === null ? null : { unit, role: 'unit-clerk' };
  const step = { unit, handler: null, round: 1, result: record.result, by };
  const opened = {
    what: 'open',
    at: request.openedAt,
    actor,
    visibility: 'public' as const,
    body: {
      ...step,
      result: null,
      action: 'open',
      from: null,
      to: 'received',
      asked: data,
      clocks: events((steps) => steps.slice(0, 1)),
    },
  };
  const closed =
    closedAt === null
      ? []
      : [
          {
            what: 'close',
            at: closedAt,
            actor,
            visibility: 'public' as const,
            body: {
              ...step,
              action: 'close',
              from: 'handling',
              to: 'closed',
              asked: { result: 'fixed', ...(data['answer'] === undefined ? {} : { answer: data['answer'] }) },
              clocks: events((steps) => steps.slice(1)),
            },
          },
        ];
  return { record, steps: [opened, ...closed], external: { source, number: request.number } };
}

/** The promise and, where somebody handles it, the handling clock: both with the due time that was given. */
function clocksOf(
  type: CaseType,
  { calendar, parameter }: World,
  openedAt: number,
  dueAt: number | null,
  closedAt: number | null,
  state: string,
): Readonly<Record<string, readonly ClockStep[]>> {
  const basis = { since: { zh: '原系统登记', en: 'opened in the other system' } };
  const limit =
    dueAt !== null && dueAt > openedAt
      ? givenLimit(openedAt, dueAt)
      : parseLimit(ownLimit(parameter('hotline.wholeLimits')), 'dates').limit;
  const names = Object.entries(type.clocks)
    .filter(
      ([, spec]) =>
        spec.promised === true ||
        ('runs' in spec && spec.perUnit === true && spec.runs.includes(state) && spec.pauses !== undefined),
    )
    .map(([name]) => name);
  return Object.fromEntries(
    names.map((name) => {
      const started = startClock(calendar, { at: openedAt, limit, basis });
      return [
        name,
        closedAt === null
          ? [started]
          : [started, stopClock(started.state, calendar, { at: closedAt, outcome: 'closed' })],
      ];
    }),
  );
}

function ownLimit(table: Value): string {
  const limit = table !== null && typeof table === 'object' && !Array.isArray(table) ? (table as Values)['*'] : null;
  return typeof limit === 'string' ? limit : '5工作日';
}

function valuesOf({ request, matter, unit, cell }: ImportedCase): Values {
  const { title, words, channel, address, point, outcome } = request;
  return {
    title: title === '' ? request.number : title,
    words: words === '' ? title || request.number : words,
    demandKind: 'request',
    demandClass: matter,
    channel: channel ?? 'web',
    ...(point === null && address === ''
      ? {}
      : { place: { cell, point: point as unknown as Value, address, datum: 'WGS84' } }),
    ...(unit === null ? {} : { unit }),
    ...(outcome === '' ? {} : { answer: outcome }),
  };
}
