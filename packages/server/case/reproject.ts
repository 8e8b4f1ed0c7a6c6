import type { CaseRecord } from '@huying/kit/case';
import { type ClockEvent, type ClockState, reprojectClock } from '@huying/kit/clock';
import { Type } from 'typebox';
import { setTimers } from '../clock/index.ts';
import { inCompany } from '../db/index.ts';
import { append, type Capacity, type Ctx, defineOperation, runOperation } from '../ledger/index.ts';
import { requireRole } from '../org/index.ts';
import { declarationOf } from '../parameter/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { tellerOf, tellStep } from './fact-sink.ts';
import { indexingOf, placeOf } from './keep.ts';
import { reckonOnMap } from './on-map.ts';
import { lockOpenCases, placeInUnits, setTasks, updateCase } from './store.ts';
import { tasksOf, timersOf } from './tasks.ts';
import { type World, worldOf } from './world.ts';

const BATCH = 100;
const uuid = Type.String({ format: 'uuid' });

/**
 * Reckons the due times of a batch of open cases anew, by the calendar in force. Every case whose due times moved says so in its
 * ledger, internally; the first promise given stays. For the program, and for whoever may set the calendar.
 */
export function reprojectOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.reproject',
    summary: { zh: '按新日历重新推算时限', en: 'Reckon due times anew by the calendar' },
    input: Type.Object(
      { after: Type.Optional(uuid), reason: Type.String({ minLength: 2, maxLength: 200 }) },
      { additionalProperties: false },
    ),
    output: Type.Object({
      looked: Type.Integer(),
      moved: Type.Integer(),
      /** Where the next batch goes on; null at the end. */
      next: Type.Union([uuid, Type.Null()]),
    }),
    async run(ctx, { after, reason }) {
      await requireRole(ctx, declarationOf(services.parameters, 'base.calendar').editableBy);
      const world = await worldOf(ctx, services);
      const records = await lockOpenCases(ctx.tx, ctx.tenant, after ?? null, BATCH);
      const moved = await inCompany(
        ctx.tx,
        records.map((record) => (tx) => reckon({ ...ctx, tx }, services, world, record, reason)),
      );
      const last = records.length === BATCH ? records.at(-1) : undefined;
      return { looked: records.length, moved: moved.filter(Boolean).length, next: last?.id ?? null };
    },
  });
}

/**
 * Reckons the due times of all open cases of a district anew, batch by batch, each in a transaction of its own: to be called once
 * a changed `base.calendar` is in force. Run again after a crash it finds nothing left to move.
 */
export async function reprojectCases(
  services: CaseServices,
  capacity: Capacity,
  reason: string,
  onBatch: (looked: number) => void = () => {},
): Promise<{ readonly looked: number; readonly moved: number }> {
  const operation = reprojectOperation(services);
  const sum = { looked: 0, moved: 0 };
  for (let after: string | null | undefined; after !== null; ) {
    const input: { reason: string; after?: string } = after === undefined ? { reason } : { reason, after };
    const batch = await runOperation(services, operation, { ...capacity, input });
    sum.looked += batch.looked;
    sum.moved += batch.moved;
    onBatch(sum.looked);
    after = batch.next;
  }
  return sum;
}

/** The clocks that tell another due time now, and what they tell; null where none does. */
function reprojected(record: CaseRecord, { calendar, context }: World, why: string) {
  const events: Record<string, readonly ClockEvent[]> = {};
  const states: Record<string, ClockState> = { ...record.clocks };
  for (const [name, state] of Object.entries(record.clocks)) {
    const step = reprojectClock(state, calendar, { at: context.now, why });
    if (step === null) continue;
    events[name] = [step.event];
    states[name] = step.state;
  }
  return Object.keys(events).length === 0 ? null : { states, events };
}

/**
 * Reckons one case anew; true where a due time moved, which its ledger then tells. Tasks, rungs and lights follow the calendar also where
 * none did: a rung at 80 % may. Written is what differs. The version stays: nobody took a step.
 */
async function reckon(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  before: CaseRecord,
  reason: string,
): Promise<boolean> {
  const { tx, tenant } = ctx;
  const { type } = await pinnedDefinition(tx, before.definition);
  const clocks = reprojected(before, world, reason);
  const record = clocks === null ? before : { ...before, clocks: clocks.states };
  const { id, version, area, involved } = record;
  const teller = clocks === null ? undefined : await tellerOf(ctx, services, type.id, before);
  reckonOnMap(ctx, world, type, record);
  tx.write(setTasks, { tenant, id, isNew: false, tasks: tasksOf(type, record, world.calendar) });
  tx.write(setTimers, { tenant, subject: id, kind: 'case', timers: timersOf(type, record, world.calendar) });
  if (clocks === null || teller === undefined) return false;
  const indexing = indexingOf(type, record, world, null);
  tx.write(updateCase, { tenant, record, indexing });
  tx.write(placeInUnits, { tenant, isNew: false, ...placeOf(record, indexing.dueAt) });
  tellStep(ctx, teller, world, before, { action: null, from: record.state, asked: {} }, record);
  append(ctx, {
    subject: id,
    kind: 'case',
    what: 'reproject',
    visibility: 'internal',
    body: { reason, clocks: clocks.events },
  });
  ctx.afterCommit(() => services.changes.emit({ tenant, id, type: type.id, version, area, involved }));
  return true;
}
