import type { Day } from '@huying/kit/promise';
import type { Tx } from '../../db/index.ts';
import type { PromiseReach } from '../core/promise-reach.ts';
import { promiseReachSql } from '../core/promise-reach.ts';
import type { FrozenPeriod } from '../core/record.store.ts';
import { SHOWN_LIGHT } from '../core/shown-light.ts';

/** An indicator with what its promise says of it: a row of the sheet, a line of the board. */
export interface Figure {
  readonly promise: string;
  readonly number: string;
  readonly year: number;
  readonly kind: string;
  readonly title: string;
  readonly section: string | null;
  readonly leadUnit: string | null;
  readonly publishedAt: Date | null;
  readonly light: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly aim: 'up' | 'down' | 'band' | 'cap' | 'growth' | 'milestones' | 'binary' | 'followed';
  readonly mode: 'cumulative' | 'level';
  readonly value: number | null;
  readonly upper: number | null;
  readonly base: number | null;
  readonly shape: 'months' | 'days' | 'quarters' | 'points';
  readonly start: Day | null;
  readonly due: Day | null;
  readonly points: readonly { readonly on: Day; readonly expected: number }[] | null;
  readonly weight: number;
  readonly every: 'week' | 'month' | 'quarter' | 'year' | null;
  /** Of whom it is asked: the unit named, or the one that leads. */
  readonly askedUnit: string | null;
  readonly measure: string | null;
  readonly stage: 'plan' | 'assigned' | 'contracted' | 'paid' | 'invested' | 'received' | null;
}

const figureColumns = `p.id as promise, p.number, p.year, p.kind, p.title, p.section, p.lead_unit as "leadUnit",
  p.published_at as "publishedAt", ${SHOWN_LIGHT} as light, p.data, i.name, i.label, i.unit, i.decimals, i.aim, i.mode, i.value::float8 as value,
  i.upper::float8 as upper, i.base::float8 as base, i.shape, to_char(i.start, 'YYYY-MM-DD') as start,
  to_char(coalesce(i.due, p.due), 'YYYY-MM-DD') as due, i.points, i.weight::float8 as weight, i.every,
  coalesce(i.asked_unit, p.lead_unit) as "askedUnit", i.measure, i.stage`;

/** Indicators of issued promises of a year that still run (or did on a day since), in the order of their promises. */
export async function selectFigures(
  tx: Tx,
  tenant: string,
  which: {
    readonly years: readonly number[];
    readonly kind: string | null;
    readonly reach: PromiseReach;
    readonly endedAfter: Day;
  },
): Promise<Figure[]> {
  const reach = promiseReachSql(which.reach, 5);
  return tx.rows<Figure>(
    `select ${figureColumns} from promise p join indicator i on i.tenant = p.tenant and i.promise = p.id
     where p.tenant = $1 and p.year = any($2::integer[]) and ($3::text is null or p.kind = $3) and p.issued_on is not null
       and (p.ended_at is null or p.ended_at >= $4::date)
       and ${reach.sql}
     order by p.year, p.kind, p.number, p.id, i.position, i.name`,
    [tenant, which.years, which.kind, which.endedAfter, ...reach.params],
  );
}

/** A value as it was entered. Instants in epoch milliseconds. */
export interface FigureValue {
  readonly id: string;
  readonly promise: string;
  readonly indicator: string;
  readonly value: number;
  readonly growth: number | null;
  readonly asOf: Day;
  readonly source: 'self' | 'system' | 'verified';
  readonly standing: 'provisional' | 'final';
  readonly basis: string | null;
  readonly corrects: string | null;
  readonly enteredBy: string;
  readonly account: string | null;
  readonly at: number;
}

/** Everything entered for promises from day to day, what was corrected too, in the order it was entered. */
export async function selectValues(
  tx: Tx,
  tenant: string,
  promises: readonly string[],
  from: Day,
  to: Day,
): Promise<FigureValue[]> {
  if (promises.length === 0) return [];
  return tx.rows<FigureValue>(
    `select id, promise, indicator, value::float8 as value, growth::float8 as growth, to_char(as_of, 'YYYY-MM-DD') as "asOf", source, standing,
       basis, corrects, entered_by as "enteredBy", account, (extract(epoch from at) * 1000)::float8 as at
     from observation where tenant = $1 and promise = any($2::uuid[]) and as_of >= $3 and as_of <= $4
     order by promise, indicator, as_of, at, id`,
    [tenant, promises, from, to],
  );
}

/** Serialises entering figures of one district's month: sums are checked against what the others have just saved. */
export async function lockMonth(tx: Tx, tenant: string, month: string): Promise<void> {
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`figures ${tenant} ${month}`]);
}

export interface Period {
  readonly period: 'month' | 'quarter' | 'year';
  readonly start: Day;
}

/** What was frozen of a year. */
export async function selectFrozen(tx: Tx, tenant: string, from: Day, to: Day): Promise<FrozenPeriod[]> {
  return tx.rows<FrozenPeriod>(
    `select period, to_char(start, 'YYYY-MM-DD') as start, frozen_by as "frozenBy", reason, (extract(epoch from frozen_at) * 1000)::float8 as at
     from frozen_period where tenant = $1 and start >= $2 and start <= $3 order by start, period`,
    [tenant, from, to],
  );
}

/** False where it was frozen already. */
export async function insertFrozen(
  tx: Tx,
  tenant: string,
  one: Period & { readonly by: string; readonly reason: string | null; readonly at: number },
): Promise<boolean> {
  const rows = await tx.run(
    `insert into frozen_period (tenant, period, start, frozen_at, frozen_by, reason) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant, period, start) do nothing`,
    [tenant, one.period, one.start, new Date(one.at), one.by, one.reason],
  );
  return rows > 0;
}

export interface Release extends Period {
  readonly releasedOn: Day;
  readonly document: string | null;
  readonly enteredBy: string;
}

export async function selectReleases(tx: Tx, tenant: string, from: Day, to: Day): Promise<Release[]> {
  return tx.rows<Release>(
    `select period, to_char(start, 'YYYY-MM-DD') as start, to_char(released_on, 'YYYY-MM-DD') as "releasedOn", document, entered_by as "enteredBy"
     from figure_release where tenant = $1 and start >= $2 and start <= $3 order by start, period`,
    [tenant, from, to],
  );
}

export async function upsertRelease(tx: Tx, tenant: string, one: Release & { readonly at: number }): Promise<void> {
  await tx.run(
    `insert into figure_release (tenant, period, start, released_on, document, entered_by, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, period, start) do update
       set released_on = excluded.released_on, document = excluded.document, entered_by = excluded.entered_by, at = excluded.at`,
    [tenant, one.period, one.start, one.releasedOn, one.document, one.enteredBy, new Date(one.at)],
  );
}

/** A figure asked of a unit for a month. Instants in epoch milliseconds. */
export interface AskedFigure {
  readonly unit: string;
  readonly promise: string;
  readonly indicator: string;
  readonly askedAt: number;
  readonly askedBy: string;
  readonly answeredAt: number | null;
}

export async function selectAsked(tx: Tx, tenant: string, period: Day): Promise<AskedFigure[]> {
  return tx.rows<AskedFigure>(
    `select unit, promise, indicator, (extract(epoch from asked_at) * 1000)::float8 as "askedAt", asked_by as "askedBy",
       (extract(epoch from answered_at) * 1000)::float8 as "answeredAt"
     from figure_asked where tenant = $1 and period = $2 order by unit, promise, indicator`,
    [tenant, period],
  );
}

/** Answers how many were written; what was asked already stays as it was. */
export async function insertAsked(
  tx: Tx,
  tenant: string,
  period: Day,
  asked: readonly { readonly unit: string; readonly promise: string; readonly indicator: string }[],
  by: { readonly name: string; readonly at: number },
): Promise<number> {
  return tx.run(
    `insert into figure_asked (tenant, unit, promise, indicator, period, asked_at, asked_by)
     select $1, unit, promise, indicator, $2, $3, $4 from unnest($5::uuid[], $6::uuid[], $7::text[]) as one (unit, promise, indicator)
     on conflict (tenant, unit, promise, indicator, period) do nothing`,
    [
      tenant,
      period,
      new Date(by.at),
      by.name,
      asked.map(({ unit }) => unit),
      asked.map(({ promise }) => promise),
      asked.map(({ indicator }) => indicator),
    ],
  );
}

export async function answerAsked(
  tx: Tx,
  tenant: string,
  period: Day,
  answered: readonly { readonly promise: string; readonly indicator: string }[],
  at: number,
): Promise<void> {
  await tx.run(
    `update figure_asked f set answered_at = $3
     from unnest($4::uuid[], $5::text[]) as one (promise, indicator)
     where f.tenant = $1 and f.period = $2 and f.promise = one.promise and f.indicator = one.indicator and f.answered_at is null`,
    [tenant, period, new Date(at), answered.map(({ promise }) => promise), answered.map(({ indicator }) => indicator)],
  );
}

/** How often each unit was asked, by the month of asking. */
export interface Burden {
  readonly unit: string;
  readonly month: string;
  readonly asked: number;
  readonly answered: number;
}

/** @param zone  IANA name: whose months */
export async function selectBurden(tx: Tx, tenant: string, from: Day, to: Day, zone: string): Promise<Burden[]> {
  return tx.rows<Burden>(
    `select unit, to_char(asked_at at time zone $4, 'YYYY-MM') as month, count(*)::integer as asked, count(answered_at)::integer as answered
     from figure_asked
     where tenant = $1 and asked_at >= ($2::date)::timestamp at time zone $4 and asked_at < ($3::date + 1)::timestamp at time zone $4
     group by 1, 2 order by 2, 1`,
    [tenant, from, to, zone],
  );
}
