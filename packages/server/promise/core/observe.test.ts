import { testDatabase } from '@huying/testing/database';
import { type PersonName, refusalOf } from '@huying/testing/district';
import { type PromiseDistrict, promiseDistrict } from '@huying/testing/promise';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let at: PromiseDistrict;
beforeAll(async () => {
  at = await promiseDistrict(db, { now: '2026-07-01T09:00:00+08:00' });
});

interface Entered {
  readonly value: number;
  readonly asOf: string;
  readonly standing?: 'provisional' | 'final';
  readonly source?: 'self' | 'system' | 'verified';
  readonly corrects?: string;
  readonly reason?: string;
}
const enter = (who: PersonName | 'system', id: string, entered: Entered) =>
  at.district.run(who, at.operations.observe, { id, indicator: 'length', ...entered });
const read = (who: PersonName, id: string, asOf?: string) =>
  at.district.run(who, at.operations.read, { id, ...(asOf === undefined ? {} : { asOf }) });

describe('a value', () => {
  it('is entered for a day that has come, of an indicator there is', async () => {
    const { id } = await at.promise();
    await enter('waterClerk', id, { value: 3, asOf: '2026-06-30' });
    expect(await refusalOf(enter('waterClerk', id, { value: 3, asOf: '2026-07-02' }))).toBe('promise.day');
    expect(await refusalOf(enter('waterClerk', id, { value: 3, asOf: '2026-06-31' }))).toBe('promise.day');
    const other = { id, indicator: 'nothing', value: 1, asOf: '2026-06-30' };
    expect(await refusalOf(at.district.run('waterClerk', at.operations.observe, other))).toBe(
      'promise.unknownIndicator',
    );
  });

  it('that would never count is refused with the period it has to be of, and of milestones with what to do instead', async () => {
    const { id } = await at.promise();
    const early = enter('waterClerk', id, { value: 3, asOf: '2025-12-31' });
    await expect(early).rejects.toMatchObject({
      code: 'promise.outsidePeriod',
      params: { day: '2025-12-31', start: '2026-01-01', due: '2026-09-30' },
    });
    const steps = await at.promise({
      indicators: [
        { name: 'steps', label: '节点', unit: '', aim: { aim: 'milestones' } },
        { name: 'onTime', label: '按时率', unit: '%', measure: 'hotline.onTime' },
      ],
    });
    const told = (indicator: string) =>
      refusalOf(
        at.district.run('waterClerk', at.operations.observe, { id: steps.id, indicator, value: 1, asOf: '2026-06-30' }),
      );
    expect(await told('steps')).toBe('promise.byMilestones');
    expect(await told('onTime')).toBe('promise.counted');
  });

  it('makes what had not started be under way, in lists as on the page, and leaves its clocks set', async () => {
    const { id, number } = await at.promise();
    const clocks = () =>
      at.district.inside(({ tx }) =>
        tx.rows('select clock, rung, at from timer where tenant = $1 and subject = $2 order by 1, 2', [
          at.district.tenant,
          id,
        ]),
      );
    const before = await clocks();
    await enter('waterClerk', id, { value: 1, asOf: '2026-06-30' });
    const { items } = await at.district.run('supervisor', at.operations.list, { q: number });
    expect(items[0]?.official).toBe('under-way');
    expect(before.length).toBeGreaterThan(0);
    expect(await clocks()).toEqual(before);
  });

  it('moves the rate, the light and the small trajectory at once, and no value is no zero', async () => {
    const { id } = await at.promise();
    const before = await read('supervisor', id);
    expect(before).toMatchObject({ rate: null, light: null, indicators: [{ standing: { value: null, p: null } }] });
    await enter('waterClerk', id, { value: 4, asOf: '2026-06-30' });
    const { items } = await at.district.run('supervisor', at.operations.list, { q: before.number });
    const after = await read('supervisor', id);
    // Six of nine months have passed, the path ends in September.
    expect(after).toMatchObject({ rate: 0.4, light: 'red', lightRule: 'late' });
    expect(after.expected).toBeCloseTo(6 / 9);
    expect(after.lightWords?.zh).toContain('低于序时进度');
    expect(after.lightInputs.deltaPoints).toBeCloseTo(-26.667, 2);
    expect(items[0]).toMatchObject({
      rate: after.rate,
      expected: after.expected,
      light: after.light,
      sparkline: after.sparkline,
    });
    expect(after.sparkline.slice(0, 6)).toEqual([null, null, null, null, null, 0.4]);
  });

  it('is entered once for a day and source; a provisional one is made final once, anything else is a correction', async () => {
    const { id } = await at.promise();
    await enter('waterClerk', id, { value: 4, asOf: '2026-06-30' });
    expect(await refusalOf(enter('waterClerk', id, { value: 5, asOf: '2026-06-30' }))).toBe('promise.observedBefore');
    const { observation } = await enter('waterClerk', id, { value: 5, asOf: '2026-06-30', standing: 'final' });
    const again = enter('waterClerk', id, { value: 6, asOf: '2026-06-30', standing: 'final' });
    expect(await refusalOf(again)).toBe('promise.observedBefore');
    const unreasoned = enter('waterClerk', id, {
      value: 6,
      asOf: '2026-06-30',
      standing: 'final',
      corrects: observation,
    });
    expect(await refusalOf(unreasoned)).toBe('promise.correction');
    const correction: Entered = {
      value: 6,
      asOf: '2026-06-30',
      standing: 'final',
      corrects: observation,
      reason: '漏计一段',
    };
    await enter('waterClerk', id, correction);
    expect(await refusalOf(enter('waterClerk', id, correction))).toBe('promise.correction');
    const { indicators, rate } = await read('supervisor', id);
    expect(indicators[0]?.observations.map(({ value, corrects }) => [value, corrects])).toEqual([
      [4, null],
      [5, null],
      [6, observation],
    ]);
    expect(rate).toBe(0.6);
  });

  it('of a frozen period is refused, and corrected by the statistician with a reason only', async () => {
    const { id } = await at.promise();
    const { observation } = await enter('statistician', id, { value: 2, asOf: '2026-05-31' });
    await at.district.inside(({ tx }) =>
      tx.run(
        "insert into frozen_period (tenant, period, start, frozen_at, frozen_by) values ($1, 'month', '2026-05-01', now(), '统计员')",
        [at.district.tenant],
      ),
    );
    expect(await refusalOf(enter('waterClerk', id, { value: 3, asOf: '2026-05-31' }))).toBe('promise.frozen');
    const other = { value: 3, asOf: '2026-05-31', corrects: observation };
    expect(await refusalOf(enter('statistician', id, other))).toBe('promise.frozen');
    await enter('statistician', id, { ...other, reason: '口径更正' });
    await enter('waterClerk', id, { value: 3, asOf: '2026-06-30' });
  });

  it('says who says so: units for themselves, the statistician verified, the program what it counted', async () => {
    const { id } = await at.promise();
    const asOf = '2026-06-30';
    expect(await refusalOf(enter('waterClerk', id, { value: 3, asOf, source: 'verified' }))).toBe('promise.source');
    expect(await refusalOf(enter('waterClerk', id, { value: 3, asOf, source: 'system' }))).toBe('promise.source');
    expect(await refusalOf(enter('supervisor', id, { value: 3, asOf }))).toBe('promise.source');
    await enter('waterClerk', id, { value: 5, asOf });
    await enter('system', id, { value: 4, asOf });
    expect((await read('supervisor', id)).rate).toBe(0.4);
    await enter('statistician', id, { value: 3, asOf });
    const view = await read('supervisor', id);
    expect(view).toMatchObject({ rate: 0.3, indicators: [{ standing: { source: 'verified' } }] });
    expect((await read('supervisor', id, '2026-05-31')).rate).toBeNull();
  });

  it('is not taken before the issue', async () => {
    const { id } = await at.draft();
    expect(await refusalOf(enter('waterClerk', id, { value: 1, asOf: '2026-06-30' }))).toBe('promise.notIssued');
  });
});
