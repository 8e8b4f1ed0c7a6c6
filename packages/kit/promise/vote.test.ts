import { array, assert, constantFrom, dictionary, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBallots } from './ballot-check.ts';
import { type BallotChoice, type CandidateTally, countBallots, majorityOf, tally, type VoteRule } from './vote.ts';

const rule: VoteRule = { seats: 2, base: 'present', strict: true, ties: 'second-round' };
const counts = { members: 220, present: 201, issued: 201, returned: 200, valid: 198, void: 2 };
const votes = (...approvals: number[]): CandidateTally[] =>
  approvals.map((approve, at) => ({ candidate: 'abcdefgh'[at] ?? '', approve, oppose: 198 - approve, abstain: 0 }));

describe('a majority', () => {
  it('is more than half, or half where that suffices', () => {
    expect([majorityOf(200, true), majorityOf(201, true), majorityOf(200, false), majorityOf(201, false)]).toEqual([
      101, 101, 100, 101,
    ]);
  });
  it('is of all deputies, of those present, or of valid ballots', () => {
    const needed = (base: VoteRule['base']) => tally({ ...rule, base }, counts, votes(184)).needed;
    expect([needed('all'), needed('present'), needed('valid')]).toEqual([111, 101, 100]);
  });
  it('of a number that is not told chooses nobody', () => {
    expect(tally(rule, { ...counts, present: null }, votes(184, 90))).toMatchObject({
      needed: null,
      chosen: [],
      notChosen: ['a', 'b'],
    });
  });
});

describe('choosing', () => {
  it('takes those with a majority in order of approvals, as far as the seats reach', () => {
    expect(tally(rule, counts, votes(120, 184, 150, 90))).toMatchObject({
      chosen: ['b', 'c'],
      tied: [],
      left: 0,
      notChosen: ['a', 'd'],
      surplus: 1,
    });
    expect(tally(rule, counts, votes(120, 90, 80))).toMatchObject({ chosen: ['a'], left: 1, notChosen: ['b', 'c'] });
  });
  it('does not decide between those who share the last seat', () => {
    const tied = tally(rule, counts, votes(184, 150, 150, 90));
    expect(tied).toMatchObject({ chosen: ['a'], tied: ['b', 'c'], left: 1, notChosen: ['d'] });
    expect(tally(rule, counts, votes(184, 150, 150), ['c'])).toMatchObject({
      chosen: ['a', 'c'],
      tied: [],
      left: 0,
      notChosen: ['b'],
    });
    expect(tally({ ...rule, ties: 'none' }, counts, votes(184, 150, 150), ['c'])).toMatchObject({
      chosen: ['a'],
      tied: [],
      left: 1,
    });
  });
  it('two who share a place that both fit into are both chosen', () => {
    expect(tally({ ...rule, seats: 3 }, counts, votes(184, 150, 150, 90))).toMatchObject({
      chosen: ['a', 'b', 'c'],
      tied: [],
    });
  });
  it('tells the surplus: 25 % with five for four seats, 100 % with ten for five', () => {
    expect(tally({ ...rule, seats: 4 }, counts, votes(1, 1, 1, 1, 1)).surplus).toBe(0.25);
    expect(
      tally(
        { ...rule, seats: 5 },
        counts,
        Array.from({ length: 10 }, (_, at) => ({ candidate: String(at), approve: 0, oppose: 0, abstain: 0 })),
      ).surplus,
    ).toBe(1);
  });
  it('every candidate ends in exactly one place, and nobody without a majority is chosen', () => {
    assert(
      property(
        array(integer({ min: 0, max: 198 }), { minLength: 1, maxLength: 8 }),
        integer({ min: 1, max: 5 }),
        (approvals, seats) => {
          const all = votes(...approvals);
          const { chosen, tied, notChosen, left, needed } = tally({ ...rule, seats }, counts, all);
          expect([...chosen, ...tied, ...notChosen].sort()).toEqual(all.map(({ candidate }) => candidate).sort());
          expect(chosen.length + left).toBe(seats);
          expect(tied.length === 0 || tied.length > left).toBe(true);
          const least = Math.min(
            ...all.filter(({ candidate }) => chosen.includes(candidate)).map(({ approve }) => approve),
          );
          expect(least).toBeGreaterThanOrEqual(needed ?? 0);
        },
      ),
    );
  });
});

describe('counting ballots again', () => {
  it('a blank is an abstention; too many approvals or a strange name make a ballot void', () => {
    const ballots: Record<string, BallotChoice>[] = [
      { a: 'approve', b: 'oppose' },
      { a: 'approve' },
      { a: 'approve', b: 'approve' },
      { z: 'approve' },
    ];
    expect(countBallots(['a', 'b'], ballots, 1)).toEqual({
      tallies: [
        { candidate: 'a', approve: 2, oppose: 0, abstain: 0 },
        { candidate: 'b', approve: 0, oppose: 1, abstain: 1 },
      ],
      valid: 2,
      void: 2,
    });
    expect(countBallots(['a', 'b'], ballots, null).valid).toBe(3);
  });
  it('keeps every identity that certified totals must keep, in whatever order the ballots come', () => {
    const ballot = dictionary(
      constantFrom('a', 'b', 'c', 'd'),
      constantFrom<BallotChoice>('approve', 'oppose', 'abstain'),
    );
    assert(
      property(array(ballot), (ballots) => {
        const counted = countBallots(['a', 'b', 'c'], ballots, 2);
        const n = ballots.length;
        expect(
          checkBallots(
            { members: n, present: n, issued: n, returned: n, valid: counted.valid, void: counted.void },
            counted.tallies,
          ),
        ).toEqual([]);
        expect(countBallots(['a', 'b', 'c'], [...ballots].reverse(), 2)).toEqual(counted);
      }),
    );
  });
});

describe('certified totals', () => {
  const sound = votes(184, 150);
  const faults = (change: Partial<typeof counts>, tallies = sound) =>
    checkBallots({ ...counts, ...change }, tallies).map(({ rule: broken, at, difference }) => [broken, at, difference]);
  it('that add up are accepted', () => expect(faults({})).toEqual([]));
  it.each([
    ['more present than members', { present: 230, issued: 201 }, ['counts', null, 10]],
    ['more issued than present', { issued: 202 }, ['issued', null, 1]],
    ['more returned than issued', { returned: 202, void: 4 }, ['issued', null, 1]],
    ['valid and void do not make up the returned', { void: 3 }, ['returned', null, 1]],
    ['a count that is none', { issued: 200.5 }, ['counts', null, 200.5]],
  ] as const)('%s', (_title, change, expected) => {
    expect(faults(change)).toContainEqual(expected);
  });
  it('options of a candidate that do not make up the valid ballots are shown with the difference', () => {
    const off = [...sound, { candidate: 'c', approve: 95, oppose: 27, abstain: 0 }];
    expect(faults({}, off)).toEqual([['options', 'c', -76]]);
    expect(faults({}, [{ candidate: 'c', approve: -1, oppose: 199, abstain: 0 }])).toEqual([['counts', 'c', 198]]);
  });
  it('without the number of valid ballots nothing is proven', () => {
    expect(checkBallots({ ...counts, valid: null, void: null }, sound).map(({ rule: broken }) => broken)).toEqual([
      'returned',
    ]);
  });
});
