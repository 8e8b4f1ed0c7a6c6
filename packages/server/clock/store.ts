import type { Instant } from '@huying/kit/calendar';
import type { Gathered, Tx, Writing } from '../db/index.ts';

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

/** A timer of a subject that was just made; one whose time is past is written as fired then, and never fires. */
export interface FirstTimer extends Timer {
  readonly tenant: string;
  readonly fired: boolean;
}

const columnsOf = (timers: readonly Timer[]) => {
  const column = <T>(read: (timer: Timer) => T) => timers.map(read);
  return [
    column(({ subject }) => subject),
    column(({ kind }) => kind),
    column(({ clock }) => clock),
    column(({ round }) => round),
    column(({ rung }) => rung),
    column(({ at }) => new Date(at)),
  ];
};

/** Writes timers of subjects that have none yet. */
export const firstTimers: Writing<FirstTimer> = {
  row: () => null,
  statements: (timers) => [
    {
      sql: `insert into timer (tenant, subject, kind, clock, round, rung, at, fired_at)
        select $1, t.subject, t.kind, t.clock, t.round, t.rung, t.at, case when t.fired then t.at end
        from unnest($2::uuid[], $3::text[], $4::text[], $5::integer[], $6::text[], $7::timestamptz[], $8::boolean[])
          as t (subject, kind, clock, round, rung, at, fired)`,
      params: [timers[0]?.tenant, ...columnsOf(timers), timers.map(({ fired }) => fired)],
    },
  ],
};

/** Makes the waiting timers of subjects be exactly these; fired ones stay fired. The caller holds each subject's lock. */
export const setTimers: Writing<Waiting> = {
  row: ({ subject }) => subject,
  statements: (items) => [
    {
      sql: `with wanted as (
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
      params: [
        items[0]?.tenant,
        items.map(({ subject }) => subject),
        ...columnsOf(
          items.flatMap(({ subject, kind, timers }) => timers.map((timer) => ({ ...timer, subject, kind }))),
        ),
      ],
    },
  ],
};

/**
 * Timers of the kinds that are due, earliest first, and when the next after these is (null: none waits). Nothing is locked, so that
 * the subjects can be locked before their timers. What this process has no engine for stays for another that has, and holds up nothing.
 */
export async function dueTimers(
  tx: Tx,
  tenant: string,
  kinds: readonly string[],
  now: Instant,
  limit: number,
): Promise<{ readonly due: readonly Timer[]; readonly next: Instant | null }> {
  const waiting = `select subject, kind, clock, round, rung, at from timer
     where tenant = $1 and fired_at is null and kind = any($3::text[])`;
  const rows = await tx.rows<TimerRow>(
    `(${waiting} and at <= $2 order by at limit $4) union all (${waiting} and at > $2 order by at limit 1)`,
    [tenant, new Date(now), kinds, limit],
  );
  const timers = rows.map((row) => ({ ...row, at: row.at.getTime() }));
  const due = timers.filter(({ at }) => at <= now);
  return { due, next: timers.find(({ at }) => at > now)?.at ?? null };
}

export interface Claim {
  readonly tenant: string;
  readonly timer: Timer;
  readonly now: Instant;
}

/** Claims timers once their subjects are locked. False: another fired it, or it no longer stands. */
export const claimTimer: Gathered<Claim, boolean> = {
  async run(tx, items) {
    const column = <T>(read: (timer: Timer) => T) => items.map(({ timer }) => read(timer));
    const rows = await tx.rows<Pick<Timer, 'subject' | 'clock' | 'round' | 'rung'>>(
      `update timer t set fired_at = c.now
       from unnest($2::uuid[], $3::text[], $4::integer[], $5::text[], $6::timestamptz[]) as c (subject, clock, round, rung, now)
       where t.tenant = $1 and t.subject = c.subject and t.clock = c.clock and t.round = c.round and t.rung = c.rung
         and t.fired_at is null and t.at <= c.now
       returning t.subject, t.clock, t.round, t.rung`,
      [
        items[0]?.tenant,
        column(({ subject }) => subject),
        column(({ clock }) => clock),
        column(({ round }) => round),
        column(({ rung }) => rung),
        items.map(({ now }) => new Date(now)),
      ],
    );
    const nameOf = ({ subject, clock, round, rung }: (typeof rows)[number]) =>
      JSON.stringify([subject, clock, round, rung]);
    const claimed = new Set(rows.map(nameOf));
    return items.map(({ timer }) => claimed.has(nameOf(timer)));
  },
};

/** Puts off a timer whose deed failed, doubling from ten seconds to an hour, with the failure kept. */
export async function putOff(tx: Tx, tenant: string, timer: Timer, now: Instant, failure: string): Promise<void> {
  await tx.run(
    `update timer set tries = tries + 1, failure = $7,
       at = $6::timestamptz + least(interval '1 hour', interval '10 seconds' * (2 ^ least(tries, 10)))
     where tenant = $1 and subject = $2 and clock = $3 and round = $4 and rung = $5 and fired_at is null`,
    [tenant, timer.subject, timer.clock, timer.round, timer.rung, new Date(now), failure.slice(0, 500)],
  );
}

/** When the next timer of a district is due, whatever its kind; null with none waiting. */
export async function nextTimer(tx: Tx, tenant: string): Promise<Instant | null> {
  const row = await tx.one<{ at: Date }>(
    'select at from timer where tenant = $1 and fired_at is null order by at limit 1',
    [tenant],
  );
  return row?.at?.getTime() ?? null;
}
