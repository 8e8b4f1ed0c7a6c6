import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../../ledger/index.ts';
import type { TaskDraft } from './promise-draft.ts';
import type { PromiseRecord, TaskRecord } from './promise-record.ts';

/** Tasks of a draft as rows, in their order. @throws promise.day where one is due before it starts or after the promise */
export function taskRows(
  ctx: Ctx,
  promise: Pick<PromiseRecord, 'id' | 'due'>,
  drafts: readonly TaskDraft[],
  under: TaskRecord | null = null,
): TaskRecord[] {
  return drafts.map((draft, index) => {
    const start = draft.start ?? under?.start ?? null;
    const due = draft.due ?? under?.due ?? null;
    const last = under?.due ?? promise.due;
    if (start !== null && due !== null && due < start) throw new HuyingError('promise.day', { day: due });
    if (due !== null && last !== null && due > last) throw new HuyingError('promise.taskAfterDue', { due: last });
    return {
      id: ctx.id(),
      promise: promise.id,
      parent: under?.id ?? null,
      kind: draft.kind ?? under?.kind ?? 'task',
      title: draft.title,
      unit: draft.unit ?? under?.unit ?? null,
      weight: draft.weight ?? 1,
      start,
      due,
      firstDue: due,
      state: 'open',
      doneOn: null,
      reportedBy: null,
      reportedAccount: null,
      position: index,
      version: 1,
    };
  });
}
