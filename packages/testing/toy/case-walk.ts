import type { Acting } from '@huying/kit/access';
import { DAY_MS } from '@huying/kit/calendar';
import type { CaseType, Value, Values } from '@huying/kit/case';
import { type Field, type Fields, storedValues } from '@huying/kit/field';
import { type CaseStory, caseStory, idOf, type StoryWorld, shanghaiTime, worker } from './case-story.ts';

/** Draws whole numbers below a bound, the same ones for the same seed. */
type Dice = (below: number) => number;

function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const oneOf = <T>(dice: Dice, list: readonly T[]): T => list[dice(list.length)] as T;

/** The units that forms name, and those at work there. */
const units = ['water', 'roads'];
export const unitPeople: readonly Acting[] = units.flatMap((unit) =>
  ['unit-clerk', 'unit-head', 'handler'].map((role) => worker(role, unit)),
);

/** Where a walk goes. */
export interface WalkPlan {
  readonly type: CaseType;
  readonly world: StoryWorld;
  readonly people: readonly Acting[];
  /** What forms may choose, by field, where any code does not do. */
  readonly codes?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Walks a case at random: somebody does something they may do, with a form filled in at random, up to half a day later each time.
 * `look` is called after the opening and after every step, with what was refused for the form alone.
 */
export function walkCase(plan: WalkPlan, seed: number, steps: number, look: (story: CaseStory) => void): CaseStory {
  const { type, world, people, codes } = plan;
  const dice = diceOf(seed);
  let now = shanghaiTime('2026-03-02 09:00');
  const intake = Object.fromEntries(type.intake.map((name) => [name, type.fields[name] as Field]));
  const story = caseStory(type, world, now, formFor(dice, intake, now, codes));
  look(story);
  for (let step = 0; step < steps; step += 1) {
    now += dice(12 * 3600) * 1000;
    story.at(now);
    const offers = people.flatMap((who) => story.offers(who).map((name): [Acting, string] => [who, name]));
    const moving = offers.filter(([, name]) => type.actions[name]?.to !== undefined);
    const among = moving.length > 0 && dice(3) > 0 ? moving : offers;
    if (among.length === 0) continue;
    const [who, name] = oneOf(dice, among);
    const asked = formFor(dice, type.actions[name]?.ask ?? {}, now, codes);
    const refused = story.refusal(who, name, asked);
    if (refused === null) story.does(who, name, asked);
    // What is offered is refused for what was filled in alone.
    else if (!type.actions[name]?.guards?.some((guard) => guard.name === refused))
      throw new Error(`${name}: ${refused}`);
    look(story);
  }
  return story;
}

/** A form filled in: required fields always, the others every other time. */
function formFor(dice: Dice, fields: Fields, now: number, codes: WalkPlan['codes']): Values {
  const filled = Object.entries(fields).filter(([, { presence }]) => presence === 'required' || dice(2) === 0);
  const values = filled.map(([name, field]): [string, Value] => [
    name,
    valueFor(dice, field, now, codes?.[name] ?? ['01002']),
  ]);
  return storedValues(fields, Object.fromEntries(values)) as Values;
}

function valueFor(dice: Dice, field: Field, now: number, codes: readonly string[]): Value {
  switch (field.kind) {
    case 'text':
      return '说明';
    case 'number':
      return field.min + dice(4);
    case 'yesNo':
      return dice(2) === 0;
    case 'instant':
      return now + (1 + dice(40)) * DAY_MS;
    case 'date':
      return new Date(now + (dice(40) - 1) * 10 * DAY_MS).toISOString().slice(0, 10);
    case 'choice':
      if (field.source.from === 'options') return oneOf(dice, Object.keys(field.source.options));
      if (field.source.from === 'units') return idOf(oneOf(dice, units));
      if (field.source.from === 'workers') return idOf(`handler@${oneOf(dice, units)}`);
      return oneOf(dice, codes);
    case 'place':
      return { cell: '440199001001001', point: null, address: '清江路', datum: 'WGS84' };
    case 'phone':
      return '13812345678';
    case 'personName':
      return '张三';
    default:
      return null;
  }
}
