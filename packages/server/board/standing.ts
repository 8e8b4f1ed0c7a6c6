import { dayBefore, type Panel } from '@huying/kit/board';
import { DAY_MS, HOUR_MS, instantOf } from '@huying/kit/calendar';
import type { Words } from '@huying/kit/error';
import { type Predicate, reachSql } from '../access/index.ts';
import type { Ctx } from '../ledger/index.ts';
import type { PanelOf } from './board-schema.ts';
import type { Frame } from './frame.ts';
import { countOpened, openedByHour, standingCases } from './store.ts';

/** What is under way at this moment, by where it waits, as far as the reader reaches: each number is that of a list. */
export async function standingFilled(
  ctx: Ctx,
  frame: Frame,
  panel: Extract<Panel, { kind: 'standing' }>,
  label: Words,
): Promise<PanelOf<'standing'>> {
  const { product, now } = frame;
  const rows = await standingCases(ctx.tx, ctx.tenant, {
    type: panel.of,
    now: new Date(now),
    soon: new Date(now + DAY_MS),
    where: withinFrame(frame, 5),
  });
  const byState = new Map(rows.map((row) => [row.state, row]));
  const states = Object.keys(product.definitions.find(({ id }) => id === panel.of)?.type.states ?? {});
  return {
    kind: 'standing',
    id: panel.id,
    label,
    of: panel.of,
    states: states.flatMap((state) => {
      const row = byState.get(state);
      return row === undefined
        ? []
        : [{ ...row, label: product.words[`${panel.of}/states/${state}`] ?? { zh: state, en: state } }];
    }),
  };
}

/** What came in on the last day of the period, hour by hour, against the day before. */
export async function intakeFilled(
  ctx: Ctx,
  frame: Frame,
  panel: Extract<Panel, { kind: 'intake' }>,
  label: Words,
): Promise<PanelOf<'intake'>> {
  const { world, now, today, days } = frame;
  const { calendar } = world;
  const day = days.to < today ? days.to : today;
  const earlier = dayBefore(day);
  const starts = HOURS.map((time) => instantOf(calendar, day, time));
  const end = instantOf(calendar, day, '24:00');
  const start = instantOf(calendar, day, '00:00');
  const from = instantOf(calendar, earlier, '00:00');
  const running = day === today;
  const zone = calendar.zone;
  const [rows, byNow] = await Promise.all([
    openedByHour(ctx.tx, ctx.tenant, {
      type: panel.of,
      zone,
      from: new Date(from),
      until: new Date(running ? now + 1 : end),
      where: withinFrame(frame, 6),
    }),
    countOpened(ctx.tx, ctx.tenant, {
      type: panel.of,
      from: new Date(from),
      until: new Date(running ? now - (start - from) : start),
      where: withinFrame(frame, 5),
    }),
  ]);
  const hoursOf = (date: string) => {
    const hours = Array.from({ length: 24 }, () => 0);
    for (const { day: own, hour, count } of rows) if (own === date) hours[hour] = count;
    return hours;
  };
  return {
    kind: 'intake',
    id: panel.id,
    label,
    of: panel.of,
    day,
    dayBefore: earlier,
    hour: running ? Math.min(23, Math.floor((now - start) / HOUR_MS)) : null,
    edges: [...starts, end].map((at) => new Date(at).toISOString()),
    hours: hoursOf(day),
    hoursBefore: hoursOf(earlier),
    byNow,
  };
}

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

/** The cases a board is about, as far as the reader reaches. */
function withinFrame({ world, subject }: Frame, first: number): Predicate {
  const reach = reachSql(world.reach, first);
  if (subject === null) return reach;
  const units = world.org.subtree(subject.id).map(({ id }) => id);
  return {
    sql: `${reach.sql} and c.unit = any($${first + reach.params.length}::uuid[])`,
    params: [...reach.params, units],
  };
}
