import type { Tx } from '../../db/index.ts';
import type {
  EvidenceRecord,
  ObjectionRecord,
  ObservationRecord,
  RevisionRecord,
  SiteState,
  StartDates,
  VerificationRecord,
} from './promise-record.ts';

const ms = (column: string, as: string) => `(extract(epoch from ${column}) * 1000)::float8 as "${as}"`;
const moment = (at: number | null) => (at === null ? null : new Date(at));

export async function observationsOf(
  tx: Tx,
  tenant: string,
  promises: readonly string[],
): Promise<ObservationRecord[]> {
  return tx.rows<ObservationRecord>(
    `select id, promise, indicator, value::float8 as value, growth::float8 as growth, as_of as "asOf", source, standing, basis, corrects,
       reason, entered_by as "enteredBy", account, unit, ${ms('at', 'at')}
     from observation where tenant = $1 and promise = any($2::uuid[]) order by promise, indicator, as_of, at, id`,
    [tenant, promises],
  );
}

export async function insertObservations(tx: Tx, tenant: string, rows: readonly ObservationRecord[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <T>(read: (row: ObservationRecord) => T) => rows.map(read);
  await tx.run(
    `insert into observation (tenant, id, promise, indicator, value, growth, as_of, source, standing, basis, corrects, reason, entered_by,
       account, unit, at)
     select $1, o.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::numeric[], $6::numeric[], $7::date[], $8::text[], $9::text[],
       $10::text[], $11::uuid[], $12::text[], $13::text[], $14::uuid[], $15::uuid[], $16::timestamptz[]) as o`,
    [
      tenant,
      column(({ id }) => id),
      column(({ promise }) => promise),
      column(({ indicator }) => indicator),
      column(({ value }) => value),
      column(({ growth }) => growth),
      column(({ asOf }) => asOf),
      column(({ source }) => source),
      column(({ standing }) => standing),
      column(({ basis }) => basis),
      column(({ corrects }) => corrects),
      column(({ reason }) => reason),
      column(({ enteredBy }) => enteredBy),
      column(({ account }) => account),
      column(({ unit }) => unit),
      column(({ at }) => new Date(at)),
    ],
  );
}

/** A period whose values were frozen, by whom and when (epoch milliseconds). */
export interface FrozenPeriod {
  readonly period: 'month' | 'quarter' | 'year';
  readonly start: string;
  readonly frozenBy: string;
  readonly reason: string | null;
  readonly at: number;
}

/** What froze a day: the shortest of its month, quarter and year that is frozen; undefined where it is open. */
export async function frozenAround(tx: Tx, tenant: string, day: string): Promise<FrozenPeriod | undefined> {
  return tx.one<FrozenPeriod>(
    `select period, start, frozen_by as "frozenBy", reason, ${ms('frozen_at', 'at')} from frozen_period where tenant = $1 and start <= $2::date
       and $2::date < (start + case period when 'month' then interval '1 month' when 'quarter' then interval '3 months' else interval '1 year' end)
     order by start desc, period limit 1`,
    [tenant, day],
  );
}

export async function evidenceOfPromises(
  tx: Tx,
  tenant: string,
  promises: readonly string[],
): Promise<EvidenceRecord[]> {
  return tx.rows<EvidenceRecord>(
    `select id, promise, task, site, indicator, observation, verification, kind, file, encode(file_hash, 'hex') as hash, words, longitude,
       latitude, ${ms('taken_at', 'takenAt')}, covers::float8 as covers, entered_by as "enteredBy", account, unit, ${ms('at', 'at')}
     from evidence where tenant = $1 and promise = any($2::uuid[]) order by promise, at, id`,
    [tenant, promises],
  );
}

export async function insertEvidence(tx: Tx, tenant: string, rows: readonly EvidenceRecord[]): Promise<void> {
  for (const row of rows) {
    await tx.run(
      `insert into evidence (tenant, id, promise, task, site, indicator, observation, verification, kind, file, file_hash, words, longitude,
         latitude, taken_at, covers, entered_by, account, unit, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, decode($11, 'hex'), $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
      [
        tenant,
        row.id,
        row.promise,
        row.task,
        row.site,
        row.indicator,
        row.observation,
        row.verification,
        row.kind,
        row.file,
        row.hash,
        row.words,
        row.longitude,
        row.latitude,
        moment(row.takenAt),
        row.covers,
        row.enteredBy,
        row.account,
        row.unit,
        moment(row.at),
      ],
    );
  }
}

export async function verificationsOf(
  tx: Tx,
  tenant: string,
  promises: readonly string[],
): Promise<VerificationRecord[]> {
  return tx.rows<VerificationRecord>(
    `select id, promise, task, site, indicator, observation, method, result, value::float8 as value, words, verified_by as "verifiedBy",
       account, post, ${ms('at', 'at')}
     from verification where tenant = $1 and promise = any($2::uuid[]) order by promise, at, id`,
    [tenant, promises],
  );
}

export async function insertVerification(tx: Tx, tenant: string, row: VerificationRecord): Promise<void> {
  await tx.run(
    `insert into verification (tenant, id, promise, task, site, indicator, observation, method, result, value, words, verified_by, account,
       post, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tenant,
      row.id,
      row.promise,
      row.task,
      row.site,
      row.indicator,
      row.observation,
      row.method,
      row.result,
      row.value,
      row.words,
      row.verifiedBy,
      row.account,
      row.post,
      moment(row.at),
    ],
  );
}

export async function revisionsOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<RevisionRecord[]> {
  return tx.rows<RevisionRecord>(
    `select id, promise, what, old, new, reason, state, authority, meeting, document, effective_from as "effectiveFrom",
       asked_by as "askedBy", asked_account as "askedAccount", ${ms('asked_at', 'askedAt')}, decided_by as "decidedBy",
       decided_account as "decidedAccount", ${ms('decided_at', 'decidedAt')}
     from revision where tenant = $1 and promise = any($2::uuid[]) order by promise, asked_at, id`,
    [tenant, promises],
  );
}

export async function insertRevision(tx: Tx, tenant: string, row: RevisionRecord): Promise<void> {
  await tx.run(
    `insert into revision (tenant, id, promise, what, old, new, reason, state, asked_by, asked_account, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tenant,
      row.id,
      row.promise,
      row.what,
      JSON.stringify(row.old),
      JSON.stringify(row.new),
      row.reason,
      row.state,
      row.askedBy,
      row.askedAccount,
      moment(row.askedAt),
    ],
  );
}

/** Decides a revision that is still asked for; false where somebody did before. */
export async function settleRevision(tx: Tx, tenant: string, row: RevisionRecord): Promise<boolean> {
  const changed = await tx.run(
    `update revision set state = $3, authority = $4, meeting = $5, document = $6, effective_from = $7, decided_by = $8, decided_account = $9,
       decided_at = $10
     where tenant = $1 and id = $2 and state = 'asked'`,
    [
      tenant,
      row.id,
      row.state,
      row.authority,
      row.meeting,
      row.document,
      row.effectiveFrom,
      row.decidedBy,
      row.decidedAccount,
      moment(row.decidedAt),
    ],
  );
  return changed === 1;
}

const OBJECTION = `id, promise, who, words, ${ms('raised_at', 'raisedAt')}, due, answer, answered_by as "answeredBy",
  ${ms('answered_at', 'answeredAt')}`;

export async function objectionsOf(tx: Tx, tenant: string, promise: string): Promise<ObjectionRecord[]> {
  return tx.rows<ObjectionRecord>(
    `select ${OBJECTION} from objection where tenant = $1 and promise = $2 order by raised_at, id`,
    [tenant, promise],
  );
}

export async function lockObjection(tx: Tx, tenant: string, id: string): Promise<ObjectionRecord | undefined> {
  return tx.one<ObjectionRecord>(`select ${OBJECTION} from objection where tenant = $1 and id = $2 for update`, [
    tenant,
    id,
  ]);
}

export async function insertObjection(tx: Tx, tenant: string, row: ObjectionRecord): Promise<void> {
  await tx.run(
    'insert into objection (tenant, id, promise, who, words, raised_at, due) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      tenant,
      row.id,
      row.promise,
      row.who === null ? null : JSON.stringify(row.who),
      row.words,
      moment(row.raisedAt),
      row.due,
    ],
  );
}

export async function answerObjectionRow(tx: Tx, tenant: string, row: ObjectionRecord): Promise<void> {
  await tx.run('update objection set answer = $3, answered_by = $4, answered_at = $5 where tenant = $1 and id = $2', [
    tenant,
    row.id,
    row.answer,
    row.answeredBy,
    moment(row.answeredAt),
  ]);
}

export async function siteStatesOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<SiteState[]> {
  return tx.rows<SiteState>(
    'select id, promise, state from site where tenant = $1 and promise = any($2::uuid[]) order by promise, no',
    [tenant, promises],
  );
}

/** When work is to start, of those that have stages. */
export async function startDatesOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<StartDates[]> {
  return tx.rows<StartDates>(
    `select promise, planned as "startDue" from project_stage
     where tenant = $1 and promise = any($2::uuid[]) and stage = 'started'`,
    [tenant, promises],
  );
}
