import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysLater } from './day.ts';
import type { Path } from './indicator.ts';
import { expectedAt, expectedValueAt, holdsUntil } from './path.ts';
import { up, year } from './promise.fixture.ts';

const aim = up(0, 100);

describe('what should have been reached', () => {
  it('by months is m/12 at the month end and stands until the next', () => {
    const e = (day: string) => expectedAt(year, aim, day);
    expect([e('2026-12-31'), e('2027-01-30'), e('2027-03-31'), e('2027-04-29'), e('2027-08-31')]).toEqual([
      0,
      0,
      0.25,
      0.25,
      8 / 12,
    ]);
    expect([e('2027-12-30'), e('2027-12-31'), e('2028-05-01')]).toEqual([11 / 12, 1, 1]);
  });
  it('an item with a start of its own starts then; a due day within a month is its last step', () => {
    const path: Path = { shape: 'months', start: '2027-03-15', due: '2027-06-15' };
    const e = (day: string) => expectedAt(path, aim, day);
    expect([e('2027-03-14'), e('2027-03-31'), e('2027-05-31'), e('2027-06-15')]).toEqual([0, 0.25, 0.75, 1]);
  });
  it('by quarters steps at quarter ends', () => {
    const path: Path = { ...year, shape: 'quarters' };
    expect(['2027-03-30', '2027-03-31', '2027-06-29', '2027-09-30'].map((day) => expectedAt(path, aim, day))).toEqual([
      0, 0.25, 0.25, 0.75,
    ]);
  });
  it('by days runs straight: (t − start)/(due − start)', () => {
    const path: Path = { shape: 'days', start: '2027-05-01', due: '2027-05-11' };
    expect(expectedAt(path, aim, '2027-05-04')).toBe(0.3);
    expect(expectedAt({ ...path, due: '2027-05-01' }, aim, '2027-05-01')).toBe(1);
  });
  it('points of its own are joined by straight lines, in the unit of the indicator', () => {
    const path: Path = {
      shape: 'points',
      points: [
        { on: '2027-06-01', expected: 100 },
        { on: '2027-06-11', expected: 50 },
      ],
    };
    const falling = up(200, 50);
    expect(expectedValueAt(path, falling, '2027-05-31')).toBe(200);
    expect(expectedValueAt(path, falling, '2027-06-05')).toBe(80);
    expect(expectedAt(path, falling, '2027-06-05')).toBe(0.8);
    expect(expectedAt(path, falling, '2027-07-01')).toBe(1);
    expect(expectedAt(path, { aim: 'milestones' }, '2027-05-01')).toBe(0);
  });
  it('what is either there or not is expected on its due day, not before', () => {
    expect(expectedAt(year, { aim: 'binary' }, '2027-12-30')).toBe(0);
    expect(expectedAt(year, { aim: 'binary' }, '2027-12-31')).toBe(1);
  });
  it('bands, caps, growth and what is followed have no share; growth has its points', () => {
    for (const one of [
      { aim: 'band', from: 1, to: 2 },
      { aim: 'cap', most: 3 },
      { aim: 'growth', points: 4 },
      { aim: 'followed' },
    ] as const) {
      expect(expectedAt(year, one, '2027-06-30')).toBeNull();
      expect(expectedValueAt(year, one, '2027-06-30')).toBe(one.aim === 'growth' ? 4 : null);
    }
    expect(expectedAt(year, { aim: 'up', base: 5, value: 5 }, '2027-06-30')).toBeNull();
  });
  it('never falls as days pass, and the value expected is that share of the way', () => {
    const shapes = ['months', 'days', 'quarters'] as const;
    assert(
      property(
        integer({ min: 0, max: 2 }),
        integer({ min: -20, max: 400 }),
        integer({ min: 0, max: 60 }),
        (at, day, more) => {
          const path: Path = { ...year, shape: shapes[at] ?? 'days' };
          const [one, later] = [daysLater('2027-01-01', day), daysLater('2027-01-01', day + more)];
          const e = expectedAt(path, up(20, 70), one) ?? Number.NaN;
          expect(expectedAt(path, up(20, 70), later)).toBeGreaterThanOrEqual(e);
          expect(expectedValueAt(path, up(20, 70), one)).toBeCloseTo(20 + 50 * e, 9);
        },
      ),
    );
  });
  it('a value stands until one more period of asking is over', () => {
    expect(holdsUntil('2027-04-30', 'month')).toBe('2027-05-31');
    expect(holdsUntil('2027-03-31', 'quarter')).toBe('2027-06-30');
    expect(holdsUntil('2027-04-30', 'week')).toBe('2027-05-07');
    expect(holdsUntil('2026-12-31', 'year')).toBe('2027-12-31');
  });
});
