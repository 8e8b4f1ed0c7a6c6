import type { Tx } from '../../db/index.ts';

export type Direction = 'in' | 'out';
export type ExchangeStatus = 'taken' | 'noted' | 'refused' | 'sending' | 'accepted' | 'failed' | 'listed';

/** One exchange with a platform, however often the message was sent. */
export interface Exchange {
  readonly id: string;
  readonly direction: Direction;
  readonly kind: string;
  readonly key: string;
  readonly cityNumber: string | null;
  readonly caseId: string | null;
  readonly fingerprint: Buffer | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly status: ExchangeStatus;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly answer: unknown;
  readonly at: Date;
  readonly settledAt: Date | null;
}

const PARTNER = 'city';
const ROW = `id, direction, kind, key, city_number as "cityNumber", case_id as "caseId", fingerprint, body, status, attempts,
  last_error as "lastError", answer, at, settled_at as "settledAt"`;

export type NewExchange = Pick<Exchange, 'id' | 'direction' | 'kind' | 'key' | 'cityNumber' | 'body' | 'status'> & {
  readonly caseId?: string | null;
  readonly fingerprint?: Buffer | null;
};

/** Claims the key of a message; false: it is taken, and a taker still at work has been waited for. */
export async function claimExchange(tx: Tx, tenant: string, one: NewExchange, now: number): Promise<boolean> {
  const claimed = await tx.run(
    `insert into exchange_message (tenant, id, partner, direction, kind, key, city_number, case_id, fingerprint, body, status, attempts, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12)
     on conflict (tenant, partner, direction, key) do nothing`,
    [
      tenant,
      one.id,
      PARTNER,
      one.direction,
      one.kind,
      one.key,
      one.cityNumber,
      one.caseId ?? null,
      one.fingerprint ?? null,
      JSON.stringify(one.body),
      one.status,
      new Date(now),
    ],
  );
  return claimed === 1;
}

export async function findExchange(
  tx: Tx,
  tenant: string,
  direction: Direction,
  key: string,
): Promise<Exchange | undefined> {
  return tx.one<Exchange>(
    `select ${ROW} from exchange_message where tenant = $1 and partner = $2 and direction = $3 and key = $4`,
    [tenant, PARTNER, direction, key],
  );
}

/** A message that was there is sent once more. */
export async function countAttempt(tx: Tx, tenant: string, direction: Direction, key: string): Promise<void> {
  await tx.run(
    'update exchange_message set attempts = attempts + 1 where tenant = $1 and partner = $2 and direction = $3 and key = $4',
    [tenant, PARTNER, direction, key],
  );
}

/** Records what became of a message. What is accepted stays accepted. */
export async function settleExchange(
  tx: Tx,
  tenant: string,
  direction: Direction,
  key: string,
  settled: {
    readonly status: ExchangeStatus;
    readonly error?: string;
    readonly answer?: unknown;
    readonly caseId?: string;
    readonly body?: unknown;
  },
  now: number,
): Promise<void> {
  const { status, error = null, answer, caseId = null, body } = settled;
  await tx.run(
    `update exchange_message set status = $5, last_error = $6, answer = coalesce($7, answer), case_id = coalesce($8, case_id),
       body = coalesce($9, body), settled_at = $10
     where tenant = $1 and partner = $2 and direction = $3 and key = $4 and status <> 'accepted'`,
    [
      tenant,
      PARTNER,
      direction,
      key,
      status,
      error?.slice(0, 1_000) ?? null,
      answer === undefined || answer === null ? null : JSON.stringify(answer),
      caseId,
      body === undefined ? null : JSON.stringify(body),
      new Date(now),
    ],
  );
}

/** What of a ticket was taken or noted last: what a repeated one is compared with. */
export async function lastContent(tx: Tx, tenant: string, cityNumber: string): Promise<Exchange | undefined> {
  return tx.one<Exchange>(
    `select ${ROW} from exchange_message
     where tenant = $1 and city_number = $2 and direction = 'in' and kind = 'ticket' and status in ('taken', 'noted')
     order by at desc, id desc limit 1`,
    [tenant, cityNumber],
  );
}

/** Newest first, after the one given. */
export async function selectExchanges(
  tx: Tx,
  tenant: string,
  limit: number,
  wanted: {
    readonly number?: string | undefined;
    readonly before?: { readonly at: Date; readonly id: string } | undefined;
  },
): Promise<Exchange[]> {
  return tx.rows<Exchange>(
    `select ${ROW} from exchange_message
     where tenant = $1 and ($3::text is null or city_number = $3)
       and ($4::timestamptz is null or (at, id) < ($4, $5::uuid))
     order by at desc, id desc limit $2`,
    [tenant, limit, wanted.number ?? null, wanted.before?.at ?? null, wanted.before?.id ?? null],
  );
}

/** What went out in a period, oldest first, after the one given. */
export async function selectSent(
  tx: Tx,
  tenant: string,
  period: { readonly from: number; readonly until: number },
  after: { readonly at: Date; readonly id: string } | undefined,
  limit: number,
): Promise<Exchange[]> {
  return tx.rows<Exchange>(
    `select ${ROW} from exchange_message
     where tenant = $1 and direction = 'out' and at >= $2 and at < $3 and ($4::timestamptz is null or (at, id) > ($4, $5::uuid))
     order by at, id limit $6`,
    [tenant, new Date(period.from), new Date(period.until), after?.at ?? null, after?.id ?? null, limit],
  );
}

/** Where the case of a city number stands. */
export interface CityCase {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly state: string;
  readonly area: string | null;
  readonly title: string;
  readonly closed: boolean;
  readonly due: Date | null;
}

const CASE = 'id, number, type, state, area, title, closed_at is not null as closed, due_at as due';

export async function cityCase(tx: Tx, tenant: string, cityNumber: string): Promise<CityCase | undefined> {
  return tx.one<CityCase>(
    `select ${CASE} from case_record where tenant = $1 and external_source = $2 and external_number = $3`,
    [tenant, PARTNER, cityNumber],
  );
}

/** Whose desk a case lies on: the roles, units and posts that have something to do to it now. */
export async function desksOf(
  tx: Tx,
  tenant: string,
  caseId: string,
): Promise<{ role: string; unit: string | null; post: string | null }[]> {
  return tx.rows('select role, unit, post from case_task where tenant = $1 and case_id = $2', [tenant, caseId]);
}

/** A key with which a platform signs; `secret` sealed. */
export interface PartnerKeyRow {
  readonly id: string;
  readonly secret: Buffer;
}

export async function insertPartnerKey(
  tx: Tx,
  tenant: string,
  key: PartnerKeyRow & { readonly hash: Buffer },
  now: number,
): Promise<void> {
  await tx.run(
    'insert into partner_key (tenant, id, partner, key_hash, secret, created_at) values ($1, $2, $3, $4, $5, $6)',
    [tenant, key.id, PARTNER, key.hash, key.secret, new Date(now)],
  );
}

/** The keys in force, newest first. */
export async function partnerKeys(tx: Tx, tenant: string): Promise<PartnerKeyRow[]> {
  return tx.rows<PartnerKeyRow>(
    `select id, secret from partner_key where tenant = $1 and partner = $2 and ended_at is null order by created_at desc, id desc`,
    [tenant, PARTNER],
  );
}

export async function partnerKeyByHash(tx: Tx, tenant: string, hash: Buffer): Promise<PartnerKeyRow | undefined> {
  return tx.one<PartnerKeyRow>(
    'select id, secret from partner_key where tenant = $1 and key_hash = $2 and ended_at is null',
    [tenant, hash],
  );
}

/** Ends every key but the newest; answers how many. */
export async function endOlderKeys(tx: Tx, tenant: string, keep: string, now: number): Promise<number> {
  return tx.run(
    'update partner_key set ended_at = $4 where tenant = $1 and partner = $2 and id <> $3 and ended_at is null',
    [tenant, PARTNER, keep, new Date(now)],
  );
}
