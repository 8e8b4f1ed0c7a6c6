import { dayNumberOf, isoDateOf } from '@huying/kit/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type VisitDuty, visitDueOf } from './visit-due.ts';

const weekly: VisitDuty = { promise: 'p', leader: 'l', since: '2026-06-01', every: 'week' };
const monthly: VisitDuty = { ...weekly, since: '2026-01-10', every: 'month' };

describe('a visit', () => {
  it('is due within the week, Monday to Sunday', () => {
    expect(visitDueOf(weekly, ['2026-06-29'], '2026-07-01')).toMatchObject({
      from: '2026-06-29',
      until: '2026-07-05',
      last: '2026-06-29',
      done: true,
    });
  });

  it('of last week does not do for this one', () => {
    expect(visitDueOf(weekly, ['2026-06-28'], '2026-07-01')).toMatchObject({ done: false, missed: 0 });
  });

  it('is missed for each whole period without one, in a row, since the duty began', () => {
    expect(visitDueOf(weekly, ['2026-06-12'], '2026-07-01')).toMatchObject({ done: false, missed: 2 });
    expect(visitDueOf(weekly, [], '2026-07-01')).toMatchObject({ missed: 4 });
    // January had begun when the duty did: it is not counted.
    expect(visitDueOf(monthly, [], '2026-05-20')).toMatchObject({ from: '2026-05-01', until: '2026-05-31', missed: 3 });
  });

  it('that is yet to come is none', () => {
    expect(visitDueOf(monthly, ['2026-05-25'], '2026-05-20')).toMatchObject({ done: false, last: null });
  });

  it('may be due by the quarter', () => {
    expect(visitDueOf({ ...monthly, every: 'quarter' }, [], '2026-08-15')).toMatchObject({
      from: '2026-07-01',
      until: '2026-09-30',
      missed: 1,
    });
  });

  it('more never makes more missed', () => {
    const day = fc.integer({ min: 0, max: 180 }).map((at) => isoDateOf(dayNumberOf('2026-01-01') + at));
    fc.assert(
      fc.property(fc.array(day), day, (visits, more) => {
        const before = visitDueOf(monthly, visits, '2026-07-01');
        const after = visitDueOf(monthly, [...visits, more], '2026-07-01');
        expect(after.missed).toBeLessThanOrEqual(before.missed);
        expect(after.done || !before.done).toBe(true);
      }),
    );
  });
});
