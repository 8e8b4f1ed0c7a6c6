import { describe, expect, it } from 'vitest';
import { DISAGREEMENTS, disagreements } from './disagreement.ts';
import { evidenceOf, isFinal, scheduleOf } from './status.ts';

describe('what the calendar says', () => {
  it.each([
    ['2027-06-30', '2027-06-29', 'early'],
    ['2027-06-30', '2027-06-30', 'on-time'],
    ['2027-06-30', '2027-07-01', 'late-and-done'],
    ['2027-06-30', null, 'late'],
    ['2027-08-31', null, 'not-due'],
    ['2027-07-31', null, 'not-due'],
    [null, null, 'not-due'],
    [null, '2027-05-01', 'on-time'],
  ] as const)('due %s, done %s: %s', (due, doneOn, expected) => {
    expect(scheduleOf(due, doneOn, '2027-07-31')).toBe(expected);
  });
  it('knows nothing of what is done later than the day', () => {
    expect(scheduleOf('2027-06-30', '2027-09-01', '2027-07-31')).toBe('late');
  });
});

describe('what the evidence supports', () => {
  const seven = { of: 'indicator:sites', amount: 12 };
  it('is full where all that is said is covered, part where some is, none where nothing is', () => {
    expect(evidenceOf([seven], [{ of: 'indicator:sites', covers: 7 }])).toBe('part');
    expect(
      evidenceOf(
        [seven],
        [
          { of: 'indicator:sites', covers: 7 },
          { of: 'indicator:sites', covers: 5 },
        ],
      ),
    ).toBe('full');
    expect(evidenceOf([seven], [])).toBe('none');
    expect(evidenceOf([seven, { of: 'task:a', amount: 1 }], [{ of: 'task:a', covers: null }])).toBe('part');
  });
  it('of a document that tells no amount covers what it belongs to', () => {
    expect(evidenceOf([seven], [{ of: 'indicator:sites', covers: null }])).toBe('full');
  });
  it('that belongs to nothing in particular supports in part at most', () => {
    expect(evidenceOf([seven], [{ of: null, covers: null }])).toBe('part');
  });
  it('where nothing is said yet there is nothing to support', () => {
    expect(evidenceOf([], [{ of: null, covers: null }])).toBe('none');
    expect(evidenceOf([{ of: 'indicator:sites', amount: 0 }], [])).toBe('none');
  });
});

describe('disagreements of the three', () => {
  const ids = (...args: Parameters<typeof disagreements>) => disagreements(...args).map(({ id }) => id);
  it('a promise said to be done, supported, dated and lit green agrees', () => {
    expect(ids('done', 'full', 'on-time', 'green')).toEqual([]);
    expect(ids('under-way', 'part', 'not-due', 'red')).toEqual([]);
  });
  it.each([
    [['done', 'none', 'early', null], ['doneUnsupported']],
    [['done', 'part', 'early', null], ['doneInPart']],
    [['basically-done', 'part', 'on-time', 'green'], []],
    [['done', 'full', 'late', null], ['doneNotDated']],
    [['done', 'full', 'on-time', 'yellow'], ['doneBehind']],
    [['under-way', 'none', 'late', 'red'], ['lateUnsaid']],
    [['not-started', 'part', 'not-due', null], ['startedUnsaid']],
    [['not-done', 'none', 'late-and-done', null], ['doneUnsaid']],
    [['not-done', 'none', 'late', 'red'], []],
    [['cancelled', 'part', 'late', 'red'], []],
  ] as const satisfies [Parameters<typeof disagreements>, string[]][])('%j: %j', (args, expected) => {
    const [official, evidence, schedule, light] = args;
    expect(ids(official, evidence, schedule, light)).toEqual(expected);
  });
  it('are told in both languages', () => {
    const [one] = disagreements('done', 'none', 'not-due', null);
    expect(one?.zh).toBe('自报完成，没有佐证。');
    expect(one?.en).toMatch(/^The unit says/);
    for (const { zh, en } of Object.values(DISAGREEMENTS)) {
      expect(zh).toMatch(/^\p{Script=Han}.*。$/u);
      expect(en).toMatch(/^[A-Z][^\p{Script=Han}]*\.$/u);
    }
  });
});

it('a unit is at its last word with done, basically done, not done, cancelled', () => {
  expect(
    (['not-started', 'under-way', 'basically-done', 'done', 'not-done', 'cancelled'] as const).map(isFinal),
  ).toEqual([false, false, true, true, true, true]);
});
