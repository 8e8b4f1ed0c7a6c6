import type { Timer } from '../clock/index.ts';
import type { Tx } from '../db/index.ts';
import type { Task } from './store.ts';

/** Keeps the blind indexes of many telephones. */
export async function indexPhones(
  tx: Tx,
  tenant: string,
  phones: readonly { readonly id: string; readonly whole: Buffer; readonly tail: Buffer }[],
): Promise<void> {
  await tx.run(
    `insert into case_phone (tenant, case_id, whole, tail)
     select $1, case_id, whole, tail from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as p (case_id, whole, tail)`,
    [tenant, phones.map(({ id }) => id), phones.map(({ whole }) => whole), phones.map(({ tail }) => tail)],
  );
}

/** Writes what has to be done to many cases. */
export async function insertTasks(
  tx: Tx,
  tenant: string,
  tasks: readonly (Task & { readonly id: string })[],
): Promise<void> {
  await tx.run(
    `insert into case_task (tenant, case_id, task, role, unit, outside, post, area, due_at)
     select $1, t.* from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[],
       $9::timestamptz[]) as t`,
    [
      tenant,
      tasks.map((task) => task.id),
      tasks.map((task) => task.task),
      tasks.map((task) => task.role),
      tasks.map((task) => task.unit),
      tasks.map((task) => task.outside),
      tasks.map((task) => task.post),
      tasks.map((task) => task.area),
      tasks.map((task) => new Date(task.dueAt)),
    ],
  );
}

/** Of these numbers of another platform, those that are cases already. */
export async function knownExternals(
  tx: Tx,
  tenant: string,
  source: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ number: string }>(
    `select external_number as number from case_record
     where tenant = $1 and external_source = $2 and external_number = any($3::text[]) and external_number is not null`,
    [tenant, source, numbers],
  );
  return new Set(rows.map(({ number }) => number));
}

export type BulkTimer = Pick<Timer, 'subject' | 'clock' | 'round' | 'rung' | 'at'> & { readonly fired: boolean };
