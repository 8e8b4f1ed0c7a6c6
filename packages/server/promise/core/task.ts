import { HuyingError } from '@huying/kit/error';
import { splitWeight } from '@huying/kit/promise';
import { Type } from 'typebox';
import { defineOperation } from '../../ledger/index.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { insertTasks, updateTask } from './part.store.ts';
import { leads, requireReporter } from './participant.ts';
import { closed, daySchema, lineSchema, taskDraftSchema, uuidSchema } from './promise-draft.ts';
import type { PromiseBundle, TaskRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { promiseReceiptSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { lockedBundle, requireDay, requireRunning } from './requirement.ts';
import { taskRows } from './task-row.ts';

const which = { id: uuidSchema, task: uuidSchema };
const version = Type.Optional(Type.Integer({ minimum: 1 }));

/** The unit says that a task is done: it counts once somebody else has verified it. */
export function reportTaskOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.reportTask',
    summary: { zh: '反馈任务完成', en: 'Report a task done' },
    input: Type.Object({ ...which, doneOn: daySchema, words: Type.Optional(lineSchema(2000)), version }, closed),
    output: promiseReceiptSchema,
    touches: ({ id }) => [id],
    async run(ctx, { id, task: taskId, doneOn, words, version: seen }) {
      const world = await promiseWorldOf(ctx, services);
      const bundle = await lockedBundle(ctx, world, id, seen);
      requireRunning(bundle);
      const task = taskOf(bundle, taskId);
      requireReporter(ctx, services, world, bundle, task.unit ?? undefined);
      if (task.state !== 'open' || isSplit(bundle, task))
        throw new HuyingError('promise.taskState', { title: task.title });
      requireDay(doneOn, world.today);
      const reported: TaskRecord = {
        ...task,
        state: 'reported',
        doneOn,
        reportedBy: ctx.actor.name,
        reportedAccount: ctx.actor.account,
        version: task.version + 1,
      };
      await updateTask(ctx.tx, ctx.tenant, reported, ctx.now);
      const kept = await keepPromise(ctx, services, world, bundle.promise, {
        what: 'taskReported',
        visibility: 'internal',
        body: { task: taskId, title: task.title, doneOn, words: words ?? null },
      });
      return receiptOf(kept);
    },
  });
}

/**
 * The lead unit splits a task into steps: they share its weight by their own, so that the whole weighs what it weighed, and none is due after it.
 */
export function splitTaskOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.splitTask',
    summary: { zh: '分解任务', en: 'Split a task' },
    input: Type.Object({ ...which, into: Type.Array(taskDraftSchema, { minItems: 2, maxItems: 60 }), version }, closed),
    output: Type.Object({ ...promiseReceiptSchema.properties, tasks: Type.Array(Type.String()) }),
    touches: ({ id }) => [id],
    async run(ctx, { id, task: taskId, into, version: seen }) {
      const world = await promiseWorldOf(ctx, services);
      const bundle = await lockedBundle(ctx, world, id, seen);
      const task = taskOf(bundle, taskId);
      const isDrafter =
        bundle.promise.issuedOn === null && ['report-editor', 'supervisor'].includes(world.post?.role ?? '');
      if (!isDrafter && ctx.actor.kind !== 'system' && !leads(services, world, bundle.promise)) {
        throw new HuyingError('access.denied');
      }
      if (task.state !== 'open' || isSplit(bundle, task))
        throw new HuyingError('promise.taskState', { title: task.title });
      const shares = splitWeight(
        task.weight,
        into.map(({ weight = 1 }) => weight),
      );
      const position = Math.max(...bundle.tasks.map((one) => one.position)) + 1;
      const rows = taskRows(ctx, bundle.promise, into, task).map((row, index) => ({
        ...row,
        weight: shares[index] ?? 0,
        position: position + index,
      }));
      await insertTasks(ctx.tx, ctx.tenant, rows);
      const kept = await keepPromise(ctx, services, world, bundle.promise, {
        what: 'taskSplit',
        visibility: 'internal',
        body: {
          task: taskId,
          into: rows.map((row) => ({ id: row.id, title: row.title, weight: row.weight, due: row.due })),
        },
      });
      return { ...receiptOf(kept), tasks: rows.map((row) => row.id) };
    },
  });
}

function taskOf({ tasks }: PromiseBundle, id: string): TaskRecord {
  const task = tasks.find((one) => one.id === id);
  if (task === undefined) throw new HuyingError('promise.unknownPart');
  return task;
}

/** A split task is done through its steps. */
function isSplit({ tasks }: PromiseBundle, task: TaskRecord): boolean {
  return tasks.some(({ parent, state }) => parent === task.id && state !== 'cancelled');
}
