import type { Instant } from '@huying/kit/calendar';
import type { Gathered, Tx } from '../db/index.ts';

/** A rung of a clock that is to fire at an instant. `kind` names the engine whose handler it calls. */
export interface Timer {
  readonly subject: string;
  readonly kind: string;
  readonly clock: string;
  readonly round: number;
  readonly rung: string;
  readonly at: Instant;
}

interface TimerRow extends Omit<Timer, 'at'> {
  readonly at: Date;
}

/** The timers a subject is to wait for, and no others. */
export interface Waiting {
  readonly tenant: string;
  readonly subject: string;
  readonly kind: string;
  readonly timers: readonly Pick<Timer, 'clock' | 'round' | 'rung' | 'at'>[];
}

/** Makes the waiting timers of subjects be exactly these; fired ones stay fired. The caller holds each subject's lock. */
export const setTimers: Gathered<Waiting, void> = {
  async run(tx, items) {
    const timers = items.flatMap(({ subject, kind, timers: own }) => own.map((timer) => ({ ...timer, subject, kind })));
    const column = <T>(read: (timer: Timer) => T) => timers.map(read);
    await tx.run(
      `with wanted as (
         select * from unnest($3::uuid[], $4::text[], $5::text[], $6::integer[], $7::text[], $8::timestamptz[])
           as w (subject, kind, clock, round, rung, at)
       ), gone as (
         delete from timer t where t.tenant = $1 and t.subject = any($2::uuid[]) and t.fired_at is null
           and not exists (select 1 from wanted w
             where w.subject = t.subject and w.clock = t.clock and w.round = t.round and w.rung = t.rung)
       )
       insert into timer (tenant, subject, kind, clock, round, rung, at)
       select $1, w.subject, w.kind, w.clock, w.round, w.rung, w.at from wanted w
       on conflict (tenant, subject, clock, round, rung) do update set at = excluded.at, tries = 0
         where timer.fired_at is null and timer.at <> excluded.at`,
      [
        items[0]?.tenant,
        items.map(({ subject }) => subject),
        column(({ subject }) => subject),
        column(({ kind }) => kind),
        column(({ clock }) => clock),
        column(({ round }) => round),
        column(({ rung }) => rung),
        column(({ at }) => new Date(at)),
      ],
    );
    return items.map(() => undefined);
  },
};

/**
 * Timers of the kinds that are due, earliest first; not locked, so that the subject can be locked before them. What this
 * process has no engine for stays for another that has, and holds up nothing.
 */
export async function dueTimers(
  tx: Tx,
  tenant: string,
  kinds: readonly string[],
  now: Instant,
  limit: number,
): Promise<Timer[]> {
  const rows = await tx.rows<TimerRow>(
    `select subject, kind, clock, round, rung, at from timer
     where tenant = $1 and fired_at is null and at <= $2 and kind = any($3::text[]) order by at limit $4`,
    [tenant, new Date(now), kinds, limit],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Claims a timer once its subject is locked. False: another fired it, or it no longer stands. */
export async function claimTimer(tx: Tx, tenant: string, timer: Timer, now: Instant): Promise<boolean> {
  const claimed = await tx.run(
    `update timer set fired_at = $6 where tenant = $1 and subject = $2 and clock = $3 and round = $4 and rung = $5
       and fired_at is null and at <= $6`,
    [tenant, timer.subject, timer.clock, timer.round, timer.rung, new Date(now)],
  );
  return claimed === 1;
}

/** Puts off a timer whose deed failed, doubling from ten seconds to an hour, with the failure kept. */
export async function putOff(tx: Tx, tenant: string, timer: Timer, now: Instant, failure: string): Promise<void> {
  await tx.run(
    `update timer set tries = tries + 1, failure = $7,
       at = $6::timestamptz + least(interval '1 hour', interval '10 seconds' * (2 ^ least(tries, 10)))
     where tenant = $1 and subject = $2 and clock = $3 and round = $4 and rung = $5 and fired_at is null`,
    [tenant, timer.subject, timer.clock, timer.round, timer.rung, new Date(now), failure.slice(0, 500)],
  );
}

/** When the next timer of a district is due, of the kinds or of any; null with none waiting. */
export async function nextTimer(
  tx: Tx,
  tenant: string,
  kinds: readonly string[] | null = null,
): Promise<Instant | null> {
  const row = await tx.one<{ at: Date }>(
    `select at from timer where tenant = $1 and fired_at is null and ($2::text[] is null or kind = any($2))
     order by at limit 1`,
    [tenant, kinds],
  );
  return row?.at?.getTime() ?? null;
}

/** Writes the timers of many subjects at once; those that are past are written as fired at their time and never fire again. */
export async function insertTimers(
  tx: Tx,
  tenant: string,
  kind: string,
  timers: readonly (Omit<Timer, 'kind'> & { readonly fired: boolean })[],
): Promise<void> {
  await tx.run(
    `insert into timer (tenant, kind, subject, clock, round, rung, at, fired_at)
     select $1, $2, t.subject, t.clock, t.round, t.rung, t.at, case when t.fired then t.at end
     from unnest($3::uuid[], $4::text[], $5::integer[], $6::text[], $7::timestamptz[], $8::boolean[])
       as t (subject, clock, round, rung, at, fired)`,
    [
      tenant,
      kind,
      timers.map((timer) => timer.subject),
      timers.map((timer) => timer.clock),
      timers.map((timer) => timer.round),
      timers.map((timer) => timer.rung),
      timers.map((timer) => new Date(timer.at)),
      timers.map((timer) => timer.fired),
    ],
  );
}
