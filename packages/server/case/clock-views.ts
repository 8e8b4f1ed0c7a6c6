import type { CaseRecord } from '@huying/kit/case';
import { type ClockState, dueOf, explain, type Light, lightOf } from '@huying/kit/clock';
import type { Words } from '@huying/kit/error';
import type { Typed } from './keep.ts';
import type { ClockView } from './view-schema.ts';
import type { World } from './world.ts';

const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());

/** The share of a limit from which a light is yellow: a parameter of the district. */
export function thresholdsOf(world: Pick<World, 'parameter'>): { readonly yellow: number } {
  return { yellow: Number(world.parameter('base.yellowFrom')) / 100 };
}

/** The clocks of a case that somebody answers for, running ones first, each with the sentence that explains it. */
export function clockViews({ type, words }: Typed, record: CaseRecord, world: World): ClockView[] {
  const rank = (state: ClockState) => ['running', 'paused', 'stopped'].indexOf(state.phase.kind);
  return Object.entries(record.clocks)
    .filter(([name]) => !isWindow(type, name))
    .sort(([, a], [, b]) => rank(a) - rank(b) || a.startedAt - b.startedAt)
    .map(([name, state]) => {
      const due = dueOf(state, world.calendar);
      const sentence = (locale: 'zh' | 'en') =>
        explain(inWords(state, type.id, words, locale), world.calendar, world.context.now, locale);
      const first = state.firstPromise;
      return {
        name,
        label: words[`${type.id}/${name.startsWith('part:') ? 'partClock' : `clocks/${name}`}`] ?? {
          zh: name,
          en: name,
        },
        light: lightOf(state, world.calendar, world.context.now, thresholdsOf(world)),
        due: iso(due?.at),
        provisional: due?.provisional ?? false,
        promised: due !== null && due.at !== first.at ? iso(first.at) : null,
        citizens: type.clocks[name]?.promised === true,
        sentence: { zh: sentence('zh'), en: sentence('en') },
      };
    });
}

function isWindow(type: Typed['type'], name: string): boolean {
  const spec = type.clocks[name];
  return spec !== undefined && 'window' in spec;
}

/** Why a clock paused or stopped is kept as the state it did so in; a sentence says the state's name. */
function inWords(
  state: ClockState,
  type: string,
  words: Readonly<Record<string, Words>>,
  locale: 'zh' | 'en',
): ClockState {
  const say = (why: string) => words[`${type}/states/${why}`]?.[locale] ?? why;
  const { phase } = state;
  return {
    ...state,
    runs: state.runs.map((run) => ({ ...run, why: say(run.why) })),
    phase:
      phase.kind === 'paused'
        ? { ...phase, why: say(phase.why) }
        : phase.kind === 'stopped'
          ? { ...phase, outcome: outcomeIn(phase.outcome, words[`${type}/states/${phase.outcome}`], locale) }
          : phase,
  };
}

/** Why a clock stopped, where it was not for the state the case moved to. */
const OUTCOMES: Readonly<Record<string, Words>> = {
  met: { zh: '已经做到', en: 'done' },
  answered: { zh: '已经答复', en: 'answered' },
  waived: { zh: '免予答复', en: 'waived' },
};

function outcomeIn(outcome: string, state: Words | undefined, locale: 'zh' | 'en'): string {
  if (state === undefined) return OUTCOMES[outcome]?.[locale] ?? outcome;
  return locale === 'zh' ? `转入“${state.zh}”` : `moved to “${state.en}”`;
}

/** The light of the case as a whole: that of the clock promised to the citizen. */
export function caseLight({ type }: Typed, record: CaseRecord, world: World): Light {
  const name = Object.keys(type.clocks).find((clock) => type.clocks[clock]?.promised === true);
  const state = name === undefined ? undefined : record.clocks[name];
  return state === undefined ? 'done' : lightOf(state, world.calendar, world.context.now, thresholdsOf(world));
}
