import type { Tx } from '../db/index.ts';
import type { About } from './notice.ts';

/** A notice as it is kept for one account. */
export interface Notification {
  readonly id: string;
  readonly caseId: string | null;
  readonly about: About;
  readonly number: string | null;
  readonly title: string | null;
  readonly what: string;
  readonly does: string;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly due: Date | null;
  readonly at: Date;
  readonly readAt: Date | null;
}

const ROW = `id, case_id as "caseId", about, number, title, what, does, label_zh as "labelZh", label_en as "labelEn", due, at, read_at as "readAt"`;

export type NewNotification = Omit<Notification, 'id' | 'readAt'> & { readonly key: string };

/** Writes a notice for many accounts, each once; answers the accounts for which it is new. */
export async function insertNotifications(
  tx: Tx,
  tenant: string,
  one: NewNotification,
  to: readonly { readonly id: string; readonly account: string }[],
): Promise<string[]> {
  const rows = await tx.rows<{ account: string }>(
    `insert into notification (tenant, id, account, key, case_id, number, title, what, does, label_zh, label_en, due, at, about)
     select $1, w.id, w.account, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
     from unnest($2::uuid[], $3::uuid[]) as w (id, account)
     on conflict (tenant, account, key) do nothing returning account`,
    [
      tenant,
      to.map(({ id }) => id),
      to.map(({ account }) => account),
      one.key,
      one.caseId,
      one.number,
      one.title,
      one.what,
      one.does,
      one.labelZh,
      one.labelEn,
      one.due,
      one.at,
      one.about,
    ],
  );
  return rows.map(({ account }) => account);
}

/** Newest first, after the one given. */
export async function selectNotifications(
  tx: Tx,
  tenant: string,
  account: string,
  limit: number,
  wanted: { readonly unread: boolean; readonly before: { readonly at: Date; readonly id: string } | undefined },
): Promise<Notification[]> {
  return tx.rows<Notification>(
    `select ${ROW} from notification
     where tenant = $1 and account = $2 and (not $4 or read_at is null)
       and ($5::timestamptz is null or (at, id) < ($5, $6::uuid))
     order by at desc, id desc limit $3`,
    [tenant, account, limit, wanted.unread, wanted.before?.at ?? null, wanted.before?.id ?? null],
  );
}

/** How many are unread, counted up to a bound. */
export async function countUnread(tx: Tx, tenant: string, account: string, bound: number): Promise<number> {
  const row = await tx.one<{ count: number }>(
    `select count(*) as count from
       (select 1 from notification where tenant = $1 and account = $2 and read_at is null limit $3) as few`,
    [tenant, account, bound],
  );
  return row?.count ?? 0;
}

/** Marks as read: those named, or with null all there are by now. Another's are not touched. */
export async function markRead(
  tx: Tx,
  tenant: string,
  account: string,
  ids: readonly string[] | null,
  now: number,
): Promise<void> {
  await tx.run(
    `update notification set read_at = $4
     where tenant = $1 and account = $2 and read_at is null and ($3::uuid[] is null or id = any ($3)) and at <= $4`,
    [tenant, account, ids, new Date(now)],
  );
}

export async function setMailWish(
  tx: Tx,
  tenant: string,
  account: string,
  address: Buffer,
  now: number,
): Promise<void> {
  await tx.run(
    `insert into mail_wish (tenant, account, address, since) values ($1, $2, $3, $4)
     on conflict (tenant, account) do update set address = excluded.address, since = excluded.since`,
    [tenant, account, address, new Date(now)],
  );
}

export async function endMailWish(tx: Tx, tenant: string, account: string): Promise<void> {
  await tx.run('delete from mail_wish where tenant = $1 and account = $2', [tenant, account]);
}

/** The sealed address of an account that wants mail. */
export async function mailWish(tx: Tx, tenant: string, account: string): Promise<Buffer | undefined> {
  const row = await tx.one<{ address: Buffer }>('select address from mail_wish where tenant = $1 and account = $2', [
    tenant,
    account,
  ]);
  return row?.address;
}

/** Those among the accounts who want mail. */
export async function wantingMail(tx: Tx, tenant: string, accounts: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ account: string }>(
    'select account from mail_wish where tenant = $1 and account = any ($2::uuid[])',
    [tenant, accounts],
  );
  return rows.map(({ account }) => account);
}

/** A text message of a district without a gateway. */
export interface InboxText {
  readonly id: string;
  readonly caseId: string;
  /** Masked. */
  readonly phone: string;
  /** The text, sealed under the key of the case. */
  readonly sealed: Buffer;
  readonly at: Date;
}

/** One that was kept before texts were sealed has its text in the clear, and may be of no case. */
export type KeptText =
  | (InboxText & { readonly text: null })
  | (Omit<InboxText, 'caseId' | 'sealed'> & {
      readonly caseId: string | null;
      readonly sealed: null;
      readonly text: string;
    });

export async function insertInboxText(tx: Tx, tenant: string, key: string, one: InboxText): Promise<void> {
  await tx.run(
    `insert into sms_inbox (tenant, id, key, case_id, phone, sealed, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, key) do nothing`,
    [tenant, one.id, key, one.caseId, one.phone, one.sealed, one.at],
  );
}

/** Newest first, of one case if asked. */
export async function selectInboxTexts(
  tx: Tx,
  tenant: string,
  limit: number,
  caseId: string | undefined,
): Promise<KeptText[]> {
  return tx.rows<KeptText>(
    `select id, case_id as "caseId", phone, sealed, text, at from sms_inbox
     where tenant = $1 and ($3::uuid is null or case_id = $3) order by at desc, id desc limit $2`,
    [tenant, limit, caseId ?? null],
  );
}

/** A message that was given up. */
export interface DeadLetter {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly at: Date;
}

/** Messages that were given up, newest first. */
export async function selectDead(tx: Tx, tenant: string, limit: number): Promise<DeadLetter[]> {
  return tx.rows<DeadLetter>(
    `select id, kind, key, attempts, last_error as error, created_at as at from outbox
     where tenant = $1 and state = 'dead' order by created_at desc, id desc limit $2`,
    [tenant, limit],
  );
}
