import { people, units } from '@huying/district/demo/org';
import { dayNumberOf, instantOf, isoDateOf, localDateOf } from '@huying/kit/calendar';
import { caseTimerHandler, worldOf } from '../../case/index.ts';
import { dueTimers, type Handlers } from '../../clock/index.ts';
import { type Actor, type Ctx, type Operation, theSystem } from '../../ledger/index.ts';
import { lightsOn, promiseTimerHandler } from '../../promise/index.ts';
import type { ProgramServices } from '../program-services.ts';

/** Somebody of the demo district by sign-in name, the program, or the public. */
export type Who = string;

/** One moment of the play: everything done in it is done then. */
export interface Moment {
  ctx(who: Who): Ctx;
  run<I, O>(who: Who, operation: Operation<I, O>, input: I): Promise<O>;
}

/** The demo district's year, played by its people in the order of time, in the one transaction that seeds it. */
export interface Play {
  readonly services: ProgramServices;
  readonly year: number;
  readonly now: number;
  readonly today: string;
  /** Promises that have come to their end: nothing is entered of them any more. */
  readonly ended: Set<string>;
  unit(code: string): string;
  codeOf(unit: string): string;
  nameOf(unit: string): string;
  post(name: Who): string;
  displayName(name: Who): string;
  /** An instant of a day, 09:00 unless told. */
  at(day: string, time?: string): number;
  /** A day of the year, 'MM-DD'. */
  day(monthDay: string): string;
  /** What happens at an instant; what has not come yet does not happen. */
  on(at: number, what: (moment: Moment) => Promise<void>): void;
}

interface Scene {
  readonly at: number;
  readonly what: (moment: Moment) => Promise<void>;
}

const WINDOW = 500;

/** @param stage  puts the first scenes on; each may put on later ones */
export async function playYear(
  ctx: Ctx,
  services: ProgramServices,
  stage: (play: Play) => void,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const { org, calendar } = await worldOf(ctx, services);
  const posts = org.units.flatMap(({ id }) => org.postsIn(id));
  const byDisplay = new Map(posts.map((post) => [org.nameOf(post.account) ?? '', post]));
  const personal = new Map(people.map(({ name, displayName }) => [name, displayName.zh]));
  const codes = new Map(org.units.map(({ id, code }) => [id, code]));
  const ids = new Map(org.units.map(({ id, code }) => [code, id]));
  const names = new Map(units.map(({ code, name }) => [code, name.zh]));
  const today = localDateOf(calendar, ctx.now);
  const actorOf = (who: Who): Actor => {
    if (who === 'system') return theSystem;
    if (who === 'public') return { kind: 'public', account: null, post: null, name: '公众' };
    const { id, account } = postOf(who);
    return { kind: 'person', account, post: id, name: personal.get(who) ?? who };
  };
  const postOf = (who: Who) => must(byDisplay.get(personal.get(who) ?? ''), who);
  const scenes: Scene[] = [];

  const play: Play = {
    services,
    year: yearOf(today),
    now: ctx.now,
    today,
    ended: new Set(),
    unit: (code) => must(ids.get(code), code),
    codeOf: (unit) => must(codes.get(unit), unit),
    nameOf: (unit) => must(names.get(must(codes.get(unit), unit)), unit),
    post: (name) => postOf(name).id,
    displayName: (name) => must(personal.get(name), name),
    at: (day, time = '09:00') => instantOf(calendar, day, time),
    day: (monthDay) => `${yearOf(today)}-${monthDay}`,
    on(at, what) {
      if (at > ctx.now) return;
      // The next one stands last; of those at one instant the first put on comes first.
      const place = scenes.findIndex((one) => one.at <= at);
      scenes.splice(place < 0 ? scenes.length : place, 0, { at, what });
    },
  };

  const handlers: Handlers = { case: caseTimerHandler(services), promise: promiseTimerHandler(services) };
  const clocksUntil = async (at: number) => {
    for (;;) {
      const { due } = await dueTimers(ctx.tx, ctx.tenant, Object.keys(handlers), at, WINDOW);
      let fired = 0;
      for (const timer of due) {
        const then: Ctx = { ...ctx, now: timer.at, actor: theSystem };
        if (await handlers[timer.kind]?.(then, timer)) fired += 1;
      }
      if (fired === 0) return;
    }
  };

  stage(play);
  const first = scenes.at(-1)?.at ?? ctx.now;
  let clocks = '';
  for (let scene = scenes.pop(); scene !== undefined; scene = scenes.pop()) {
    const { at } = scene;
    const day = localDateOf(calendar, at);
    if (day !== clocks) {
      await clocksUntil(at);
      clocks = day;
      progress(at - first, ctx.now - first);
    }
    const acting = (who: Who): Ctx => ({ ...ctx, now: at, actor: actorOf(who) });
    await scene.what({ ctx: acting, run: (who, operation, input) => operation.run(acting(who), input) });
  }
  await clocksUntil(ctx.now);
  // As the program does each night: what was fixed in the bulletins counts from now on.
  await lightsOn({ ...ctx, actor: theSystem }, services, play.year);
}

/** The present year once there is something to tell of it, else the year before. */
function yearOf(today: string): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5, 7) < '03' ? year - 1 : year;
}

function must<T>(value: T | undefined, what: string): T {
  // A name that is not there is a fault of the program, never of its user.
  if (value === undefined) throw new Error(`The demo district has no ${what}.`);
  return value;
}

/** So many days later; earlier where negative. */
export function dayAfter(day: string, days: number): string {
  return isoDateOf(dayNumberOf(day) + days);
}

/** The last day of a month of a year, from 1. */
export function monthEnd(year: number, month: number): string {
  return dayAfter(month === 12 ? `${year + 1}-01-01` : `${year}-${twoDigits(month + 1)}-01`, -1);
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Months of the year whose figures are in: those that ended, and were told of, by today. */
export function monthsTold(play: Pick<Play, 'year' | 'now' | 'at'>): readonly number[] {
  return Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => figuresAt(play, month) <= play.now);
}

/** When the figures of a month are entered: early in the next; January's once the plan is issued. */
export function figuresAt({ year, at }: Pick<Play, 'year' | 'at'>, month: number): number {
  const end = monthEnd(year, month);
  return at(dayAfter(end, month === 1 ? 12 : 6), '10:00');
}

/** When the month's bulletin is issued. */
export function bulletinAt({ year, at }: Pick<Play, 'year' | 'at'>, month: number): number {
  return at(dayAfter(monthEnd(year, month), 10), '15:00');
}
