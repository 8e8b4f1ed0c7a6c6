import type { Acting } from '@huying/kit/access';
import { type CaseType, isOffered, type Value, type Values } from '@huying/kit/case';
import { type Field, type Fields, storedValues } from '@huying/kit/field';
import { type CaseStory, caseStory, idOf, storyWorld, worker } from '@huying/testing/toy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { hotline, ticket } from './index.ts';

const type: CaseType = ticket;
const world = storyWorld([base, hotline], { filingLimits: { gas: ['1紧急工作时', '5工作日'], well: ['4工作时'] } });
const start = Date.parse('2026-03-02T09:00:00+08:00');

const people: readonly Acting[] = [
  ...['operator', 'acceptor', 'dispatcher', 'shift-leader', 'verifier', 'callback-officer'].map((role) =>
    worker(role, 'centre'),
  ),
  worker('supervisor', 'hall'),
  ...['water', 'roads'].flatMap((unit) => ['unit-clerk', 'unit-head', 'handler'].map((role) => worker(role, unit))),
  worker('verifier', 'water'),
  { kind: 'system' },
  { kind: 'partner' },
  { kind: 'citizen' },
];

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

/** What somebody may fill in, by kind of field; the codes are those of this small world. */
function valueFor(dice: Dice, name: string, field: Field, now: number): Value {
  switch (field.kind) {
    case 'text':
      return '说明';
    case 'number':
      return field.min + dice(4);
    case 'yesNo':
      return dice(2) === 0;
    case 'instant':
      return now + (1 + dice(40)) * 86_400_000;
    case 'date':
      return new Date(now + (dice(40) - 1) * 10 * 86_400_000).toISOString().slice(0, 10);
    case 'choice':
      if (field.source.from === 'options') return oneOf(dice, Object.keys(field.source.options));
      if (field.source.from === 'units') return oneOf(dice, [idOf('water'), idOf('roads')]);
      if (field.source.from === 'workers') return oneOf(dice, [idOf('handler@water'), idOf('handler@roads')]);
      return name === 'condition' ? oneOf(dice, ['gas', 'well', 'none']) : '01002';
    case 'place':
      return { cell: '440199001001001', point: null, address: '清江路', datum: 'WGS84' };
    case 'phone':
      return '13812345678';
    default:
      return null;
  }
}

/** A form filled in: required fields always, the others every other time. */
function formFor(dice: Dice, fields: Fields, now: number): Values {
  const filled = Object.entries(fields).filter(([, { presence }]) => presence === 'required' || dice(2) === 0);
  const values = filled.map(([name, field]): [string, Value] => [name, valueFor(dice, name, field, now)]);
  return storedValues(fields, Object.fromEntries(values)) as Values;
}

const intake = Object.fromEntries(ticket.intake.map((name) => [name, ticket.fields[name]]));

/** Walks that together pass through every state; as many again are drawn by chance. */
const KNOWN = Array.from({ length: 24 }, (_, at) => (at + 1) * 268_435_399);

/** What must hold of every ticket at any time. */
function checkStanding(story: CaseStory, version: number): void {
  const { record, steps } = story;
  expect(record.version).toBe(version);
  expect(steps).toHaveLength(version);
  const isEnd = type.ends.includes(record.state);
  expect(type.owner[record.state] !== undefined).toBe(!isEnd);
  const running = Object.entries(record.clocks).filter(([, { phase }]) => phase.kind === 'running');
  if (isEnd) {
    expect(running.map(([name]) => name)).toEqual(['reopenWindow']);
    expect(record.requests).toEqual({});
    expect(record.result).not.toBeNull();
    expect(record.data.answer).toBeDefined();
    expect(record.closedAt).not.toBeNull();
  } else {
    const answered = running.filter(([name]) => 'rungs' in (type.clocks[name] ?? {}));
    expect(answered.length).toBeGreaterThan(0);
    for (const name of Object.keys(record.requests)) {
      const clock = Object.entries(type.clocks).find(([, one]) => 'whilePending' in one && one.whilePending === name);
      expect(running.map(([one]) => one)).toContain(clock?.[0]);
    }
  }
  expect(record.heldUntil !== null).toBe(record.state === 'held');
  const byUnit = ['dispatched', 'handling', 'held', 'done', 'verified', 'callback'];
  if (byUnit.includes(record.state)) expect(record.unit).not.toBeNull();
}

describe('a ticket, whatever happens to it', () => {
  it('has an owner and a running clock or is at its end, one more version each step, and clocks that its ledger replays', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => {
        const dice = diceOf(seed);
        let now = start;
        const story = caseStory(ticket, world, start, formFor(dice, intake, now));
        const first = Object.entries(story.record.clocks);
        checkStanding(story, 1);
        for (let step = 0; step < 36; step += 1) {
          now += dice(12 * 3600) * 1000;
          story.at(now);
          const acting = oneOf(dice, people);
          if (step % 6 === 0) {
            checkRefusals(story, acting);
            expect(story.replayed()).toEqual(story.record.clocks);
          }
          const [who, name] = chosen(dice, story);
          const asked = formFor(dice, type.actions[name]?.ask ?? {}, now);
          const refused = story.refusal(who, name, asked);
          if (refused === null) story.does(who, name, asked);
          // What is offered is refused for what was filled in alone.
          else expect(type.actions[name]?.guards?.map((guard) => guard.name)).toContain(refused);
          reached.add(story.record.state);
          checkStanding(story, story.steps.length);
        }
        expect(story.replayed()).toEqual(story.record.clocks);
        for (const [name, { firstPromise }] of first) expect(story.clock(name).firstPromise).toEqual(firstPromise);
      }),
      { numRuns: 2 * KNOWN.length, examples: KNOWN.map((seed): [number] => [seed]) },
    );
    expect([...reached].sort()).toEqual(Object.keys(type.states).sort());
  });
});

/** Somebody and something they may do; mostly what moves the case on. */
function chosen(dice: Dice, story: CaseStory): readonly [Acting, string] {
  const offers = people.flatMap((who) => story.offers(who).map((name): [Acting, string] => [who, name]));
  const moving = offers.filter(([, name]) => type.actions[name]?.to !== undefined);
  return oneOf(dice, moving.length > 0 && dice(3) > 0 ? moving : offers);
}

/** What is not offered is refused, and for right or state, number or guard, never for the form. */
function checkRefusals(story: CaseStory, acting: Acting): void {
  const offers = story.offers(acting);
  for (const [name, action] of Object.entries(type.actions)) {
    const refused = story.refusal(acting, name);
    expect(refused === null || refused === 'case.asked').toBe(offers.includes(name));
    if (!isOffered(type, action, story.record.state)) expect(refused).toBe('case.wrongState');
  }
}
