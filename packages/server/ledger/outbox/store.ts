import type { Tx, Writing } from '../../db/index.ts';

/** Something to be sent, claimed by this process until its lease ends. */
export interface OutboxItem {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly key: string;
  readonly body: unknown;
  /** This attempt included. */
  readonly attempts: number;
}

/** A row with what became of it. */
export interface OutboxRow extends OutboxItem {
  readonly state: 'pending' | 'sent' | 'dead';
  readonly createdAt: Date;
  readonly nextAt: Date;
  readonly settledAt: Date | null;
  readonly lastError: string | null;
}

const ITEM = 'id, kind, recipient as "to", key, body, attempts';
const ROW = `${ITEM}, state, created_at as "createdAt", next_at as "nextAt", settled_at as "settledAt", last_error as "lastError"`;

interface NewRow extends Omit<OutboxItem, 'attempts'> {
  readonly tenant: string;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly due: number;
}

/** What was put there before under the same kind and key stays. */
export const insertItem: Writing<NewRow> = {
  row: ({ kind, key }) => `${kind} ${key}`,
  statements(items) {
    const column = <T>(read: (item: NewRow) => T) => items.map(read);
    return [
      {
        sql: `insert into outbox (tenant, id, kind, recipient, key, body, created_at, next_at)
         select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::timestamptz[], $8::timestamptz[])
         on conflict (tenant, kind, key) do nothing`,
        params: [
          items[0]?.tenant,
          column(({ id }) => id),
          column(({ kind }) => kind),
          column(({ to }) => to),
          column(({ key }) => key),
          column(({ body }) => JSON.stringify(body)),
          column(({ created }) => new Date(created)),
          column(({ due }) => new Date(due)),
        ],
      },
    ];
  },
};

export async function claimItems(
  tx: Tx,
  tenant: string,
  now: number,
  until: number,
  limit: number,
  kinds: readonly string[] | null,
): Promise<OutboxItem[]> {
  return tx.rows<OutboxItem>(
    `update outbox set attempts = attempts + 1, next_at = $3
     where tenant = $1 and id in (
       select id from outbox where tenant = $1 and state = 'pending' and next_at <= $2 and ($5::text[] is null or kind = any($5))
       order by next_at limit $4 for update skip locked)
     returning ${ITEM}`,
    [tenant, new Date(now), new Date(until), limit, kinds],
  );
}

export async function markSent(tx: Tx, tenant: string, id: string, now: number): Promise<void> {
  await tx.run(`update outbox set state = 'sent', settled_at = $3, last_error = null where tenant = $1 and id = $2`, [
    tenant,
    id,
    new Date(now),
  ]);
}

/** `next` null: given up. An item already sent stays sent. */
export async function markFailed(
  tx: Tx,
  tenant: string,
  id: string,
  now: number,
  next: number | null,
  error: string,
): Promise<void> {
  await tx.run(
    `update outbox set last_error = $5, next_at = coalesce($4, next_at), state = case when $4::timestamptz is null then 'dead' else state end,
       settled_at = case when $4::timestamptz is null then $3 else settled_at end
     where tenant = $1 and id = $2 and state = 'pending'`,
    [tenant, id, new Date(now), next === null ? null : new Date(next), error],
  );
}

export async function attemptsOf(tx: Tx, tenant: string, id: string): Promise<number | undefined> {
  const row = await tx.one<{ attempts: number }>('select attempts from outbox where tenant = $1 and id = $2', [
    tenant,
    id,
  ]);
  return row?.attempts;
}

/** When the next pending item is due; for sleeping until then. */
export async function nextDue(tx: Tx, tenant: string): Promise<number | undefined> {
  const row = await tx.one<{ due: Date | null }>(
    `select min(next_at) as due from outbox where tenant = $1 and state = 'pending'`,
    [tenant],
  );
  return row?.due?.getTime();
}

/** Newest first, after the item given. */
export async function selectItems(
  tx: Tx,
  tenant: string,
  limit: number,
  before?: { createdAt: Date; id: string },
): Promise<OutboxRow[]> {
  return tx.rows<OutboxRow>(
    `select ${ROW} from outbox where tenant = $1 and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
     order by created_at desc, id desc limit $2`,
    [tenant, limit, before?.createdAt ?? null, before?.id ?? null],
  );
}

/** Puts a dead item back, due now. */
export async function reviveItem(tx: Tx, tenant: string, id: string, now: number): Promise<boolean> {
  const revived = await tx.run(
    `update outbox set state = 'pending', attempts = 0, next_at = $3, settled_at = null
     where tenant = $1 and id = $2 and state = 'dead'`,
    [tenant, id, new Date(now)],
  );
  return revived === 1;
}
