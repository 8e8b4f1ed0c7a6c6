import type { CaseRecord, Value, Values } from '@huying/kit/case';
import { insertTimers } from '../clock/index.ts';
import { type Actor, appendAll, type Ctx, type Visibility } from '../ledger/index.ts';
import { indexPhones, insertTasks } from './bulk.store.ts';
import { type CaseServices, personalFields } from './case-services.ts';
import { tellPast } from './fact-sink.ts';
import { indexingOf, placeOf, type Typed } from './keep.ts';
import { putManyOnMap } from './on-map.ts';
import { insertCases } from './row.store.ts';
import { phoneIndexes } from './sealing.ts';
import { indexPast } from './search-text.ts';
import { placeAll } from './store.ts';
import { tasksOf, timersOf } from './tasks.ts';
import type { World } from './world.ts';

/** A step of the past: what the ledger would have kept had it happened here. */
export interface PastStep {
  readonly what: string;
  readonly at: number;
  readonly actor: Actor;
  readonly visibility: Visibility;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A case with its past, its personal fields still plain. */
export interface PastCase {
  readonly record: CaseRecord;
  readonly steps: readonly PastStep[];
  readonly external: { readonly source: string; readonly number: string } | null;
}

/**
 * Writes cases that have a past already: the demo district's, or another system's. Nothing is fired and nothing leaves;
 * rungs that are past count as fired, later ones wait for their time. A handful of statements for any number of cases.
 */
export async function writePastCases(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  typed: Typed,
  cases: readonly PastCase[],
): Promise<void> {
  if (cases.length === 0) return;
  const { type } = typed;
  const sealed = await sealMany(ctx, services, typed, cases);
  const rows = sealed.map(({ record, external }) => ({ record, indexing: indexingOf(type, record, world, external) }));
  await insertCases(ctx.tx, ctx.tenant, rows);
  await putManyOnMap(
    ctx,
    world,
    type,
    sealed.map(({ record }) => record),
  );
  await placeAll(
    ctx.tx,
    ctx.tenant,
    rows.map(({ record, indexing }) => placeOf(record, indexing.dueAt)),
  );
  const phoneField = type.roles.callerPhone;
  await indexPhones(
    ctx.tx,
    ctx.tenant,
    cases.flatMap(({ record }) => {
      const phone = phoneField === undefined ? undefined : record.data[phoneField];
      if (typeof phone !== 'string') return [];
      return [{ id: record.id, ...phoneIndexes(services, ctx.tenant, phone) }];
    }),
  );
  await insertTasks(
    ctx.tx,
    ctx.tenant,
    sealed.flatMap(({ record }) => tasksOf(type, record, world.calendar).map((task) => ({ ...task, id: record.id }))),
  );
  await insertTimers(
    ctx.tx,
    ctx.tenant,
    'case',
    sealed.flatMap(({ record }) =>
      timersOf(type, record, world.calendar).map((timer) => ({
        ...timer,
        subject: record.id,
        fired: timer.at <= ctx.now,
      })),
    ),
  );
  await indexPast(ctx, world, type, sealed);
  await tellPast(ctx, services, world, type, sealed);
  await appendAll(
    ctx,
    sealed.flatMap(({ record, steps }) =>
      steps.map(({ what, at, actor, visibility, body }) => ({
        subject: record.id,
        kind: 'case',
        what,
        visibility,
        at,
        actor,
        body,
      })),
    ),
  );
}

/** Seals the personal fields of many cases with two statements, in the record and in the step that opened it. */
async function sealMany(
  ctx: Ctx,
  services: CaseServices,
  { type }: Typed,
  cases: readonly PastCase[],
): Promise<readonly PastCase[]> {
  const personal = personalFields(type);
  const items = cases.flatMap(({ record }) =>
    personal.flatMap((name) => {
      const value = record.data[name];
      return typeof value === 'string' ? [{ subject: record.id, name, plaintext: value }] : [];
    }),
  );
  const sealed = await services.keyring.encryptMany(ctx, items);
  const byCase = new Map<string, Record<string, Value>>();
  items.forEach(({ subject, name }, index) => {
    const values = byCase.get(subject) ?? {};
    values[name] = { sealed: (sealed[index] as Buffer).toString('base64') };
    byCase.set(subject, values);
  });
  return cases.map(({ record, steps, external }) => {
    const hidden: Values = byCase.get(record.id) ?? {};
    return {
      record: { ...record, data: { ...record.data, ...hidden } },
      external,
      steps: steps.map((step) =>
        step.what === 'open'
          ? { ...step, body: { ...step.body, asked: { ...(step.body.asked as Values), ...hidden } } }
          : step,
      ),
    };
  });
}
