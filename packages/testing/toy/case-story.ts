import type { Acting, ActingPost, UnitTree } from '@huying/kit/access';
import type { App } from '@huying/kit/app';
import { type Calendar, calendarOf, HOUR_MS, type Instant } from '@huying/kit/calendar';
import {
  type CaseContext,
  type CaseRecord,
  type CaseType,
  decide,
  nextActions,
  openCase,
  type Step,
  type Value,
  type Values,
} from '@huying/kit/case';
import { type ClockEvent, type ClockState, dueOf, replayClock } from '@huying/kit/clock';
import { isHuyingError } from '@huying/kit/error';

/** What a story takes for granted: the parameters of the apps, filing limits by code, a calendar. Units nest by the paths that `idOf` names. */
export interface StoryWorld {
  readonly calendar: Calendar;
  readonly units: UnitTree;
  readonly parameter: (name: string) => Value;
  readonly filingLimits: (code: string) => readonly string[] | undefined;
}

const units: UnitTree = {
  isWithin: (unit, ancestor) => unit === ancestor || nameOf(unit).startsWith(`${nameOf(ancestor)}/`),
};

/** A world with the defaults of the apps' parameters, in Shanghai; every year is known, and its weekends are all that is off. */
export function storyWorld(
  apps: readonly App[],
  over: {
    readonly parameters?: Readonly<Record<string, Value>>;
    readonly filingLimits?: Readonly<Record<string, readonly string[]>>;
    readonly calendar?: Calendar;
  } = {},
): StoryWorld {
  const declared = new Map(apps.flatMap(({ parameters }) => parameters).map((one) => [one.name, one.default as Value]));
  const years = [2025, 2026, 2027, 2028].map((year) => ({ year, days: [], complete: true }));
  return {
    calendar: over.calendar ?? calendarOf({ zone: 'Asia/Shanghai', years }),
    units,
    parameter: (name) => {
      const value = over.parameters?.[name] ?? declared.get(name);
      if (value === undefined) throw new Error(`There is no parameter ${name}.`);
      return value;
    },
    filingLimits: (code) => over.filingLimits?.[code],
  };
}

/** A moment of Shanghai: `2026-03-02 09:00`. */
export function shanghaiTime(local: string): Instant {
  return Date.parse(`${local.replace(' ', 'T')}+08:00`);
}

/** One case lived step by step through the pure engine, its ledger kept. Time goes where `at` says and nowhere else. */
export interface CaseStory {
  readonly record: CaseRecord;
  readonly steps: readonly Step[];
  /** Goes to a moment of Shanghai, or an instant. */
  at(moment: string | Instant): CaseStory;
  /** Takes a step; throws what the engine throws. */
  does(acting: Acting, action: string, asked?: Values): CaseStory;
  /** Why a step is refused: the guard's name, or the error's code; null where it is not. Changes nothing. */
  refusal(acting: Acting, action: string, asked?: Values): string | null;
  /** The names of what somebody may do now. */
  offers(acting: Acting): readonly string[];
  clock(name: string): ClockState;
  /** When a clock is due, as Shanghai reads it; null while it rests. */
  due(name: string): string | null;
  /** Every clock as its ledger replays it. */
  replayed(): Readonly<Record<string, ClockState>>;
  readonly context: (acting: Acting) => CaseContext;
}

export function caseStory(type: CaseType, world: StoryWorld, opened: string | Instant, given: Values): CaseStory {
  let now = momentOf(opened);
  let made = 0;
  const context = (acting: Acting): CaseContext => ({ ...world, now, acting, id: () => `id-${++made}` });
  const head = { number: `${type.numberPrefix}-1`, definition: 'none' };
  const first = openCase(type, head, given, context({ kind: 'partner' }));
  let { record } = first;
  const steps: Step[] = [first.step];
  const story: CaseStory = {
    get record() {
      return record;
    },
    steps,
    at(moment) {
      now = momentOf(moment);
      return story;
    },
    does(acting, action, asked = {}) {
      const decision = decide(type, record, action, asked, context(acting));
      record = decision.record;
      steps.push(decision.step);
      return story;
    },
    refusal(acting, action, asked = {}) {
      try {
        decide(type, record, action, asked, context(acting));
        return null;
      } catch (error) {
        if (!isHuyingError(error)) throw error;
        return String(error.params.guard ?? error.code);
      }
    },
    offers: (acting) =>
      nextActions(type, record, context(acting)).flatMap(({ name, bar }) => (bar === null ? [name] : [])),
    clock(name) {
      const state = record.clocks[name];
      if (state === undefined) throw new Error(`The clock ${name} never ran.`);
      return state;
    },
    due(name) {
      const due = dueOf(story.clock(name), world.calendar);
      return due === null ? null : localOf(due.at);
    },
    replayed() {
      const ledgers = new Map<string, ClockEvent[]>();
      for (const { clocks } of structuredClone(steps)) {
        for (const [name, events] of Object.entries(clocks)) {
          ledgers.set(name, [...(ledgers.get(name) ?? []), ...events]);
        }
      }
      return Object.fromEntries([...ledgers].map(([name, events]) => [name, replayClock(events)]));
    },
    context,
  };
  return story;
}

/** The id of a unit or post that tests name, of the last sixteen letters of its name. */
export function idOf(name: string): string {
  const hex = [...name.slice(-16).padStart(16, '\0')].map((letter) =>
    letter.charCodeAt(0).toString(16).padStart(2, '0'),
  );
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function nameOf(id: string): string {
  const hex = id.replaceAll('-', '').match(/../g) ?? [];
  return hex
    .map((pair) => String.fromCharCode(Number.parseInt(pair, 16)))
    .join('')
    .replaceAll('\0', '');
}

/** A post as tests name it: `worker('unit-clerk', 'water')`; `which` where one unit has several. */
export function worker(role: string, unit: string, area: string | null = null, which = ''): ActingPost {
  const post = idOf(`${role}@${unit}${which}`);
  return { kind: 'post', post, account: post, unit: idOf(unit), role, area, besides: [] };
}

function momentOf(moment: string | Instant): Instant {
  return typeof moment === 'number' ? moment : shanghaiTime(moment);
}

function localOf(at: Instant): string {
  return new Date(at + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ');
}
