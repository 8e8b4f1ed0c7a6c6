import { holidayYears } from '@huying/district/demo/calendar';
import { type ClockEvent, replayClock } from '@huying/kit/clock';
import { runOperation } from '@huying/server/ledger';
import { setParameterOperation } from '@huying/server/parameter';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import { beforeEach, describe, expect, it } from 'vitest';
import { findCase, reprojectCases } from './index.ts';

const db = await testDatabase();
let count = 0;
let district: CaseDistrict;
beforeEach(async () => {
  count += 1;
  district = await testDistrict(db, { tenant: `cal-${count}` });
});

/** Makes days off of 2026 that were working days before. */
async function declareHolidays(...dates: string[]): Promise<void> {
  const years = holidayYears
    .filter(({ year }) => year >= 2025)
    .map(({ year, days }) => ({
      year,
      days: year === 2026 ? [...days, ...dates.map((date) => ({ name: '放假', date, isOffDay: true }))] : days,
    }));
  await runOperation(district.services, setParameterOperation(district.services.parameters), {
    ...district.as('dutyEditor'),
    input: { name: 'base.calendar', value: { zone: 'Asia/Shanghai', years }, reason: '临时放假通知' },
  });
}

const reproject = () => reprojectCases(district.services, district.as('dutyEditor'), '临时放假通知');

const kept = (id: string) =>
  district.inside(({ tx, tenant }) =>
    tx.one<{ due: Date; first: Date; version: number }>(
      'select due_at as due, first_due_at as first, version from case_record where tenant = $1 and id = $2',
      [tenant, id],
    ),
  );

/** The rows of a case, with the transactions that wrote them. */
const written = (id: string) =>
  district.inside(({ tx, tenant }) =>
    tx.rows<{ name: string; by: string }>(
      `select 'case' as name, xmin::text as by from case_record where tenant = $1 and id = $2
       union all select 'task ' || task, xmin::text from case_task where tenant = $1 and case_id = $2
       union all select 'point ' || unit, xmin::text from case_point where tenant = $1 and case_id = $2
       union all select clock || ' ' || rung, xmin::text from timer where tenant = $1 and subject = $2 order by 1`,
      [tenant, id],
    ),
  );

describe('a calendar edited', () => {
  it('moves the due times, rungs and tasks of open cases, says so in their ledgers, and never the first promise', async () => {
    const ticket = await courseOf(district).handling();
    const done = await courseOf(district).done();
    const before = await kept(ticket.id);
    expect(before?.due.toISOString()).toBe('2026-07-08T10:00:00.000Z');
    await declareHolidays('2026-07-02', '2026-07-03');
    district.clock.advance(60_000);
    expect(await reproject()).toEqual({ looked: 2, moved: 2 });
    const after = await kept(ticket.id);
    expect(after).toEqual({ due: new Date('2026-07-10T10:00:00Z'), first: before?.due, version: before?.version });
    const entry = (await district.ledger(ticket.id)).at(-1);
    expect(entry).toMatchObject({ what: 'reproject', visibility: 'internal', actor: { name: 'dutyEditor' } });
    expect(entry?.body).toMatchObject({ reason: '临时放假通知', clocks: { whole: [{ kind: 'reproject' }] } });
    const clock = (await district.view('waterClerk', ticket)).clocks.find(({ name }) => name === 'whole');
    expect(clock).toMatchObject({ due: '2026-07-10T10:00:00.000Z', promised: '2026-07-08T10:00:00.000Z' });
    const late = await district.inside(({ tx, tenant }) =>
      tx.one<{ at: Date }>(
        `select at from timer where tenant = $1 and subject = $2 and clock = 'whole' and rung = 'late'`,
        [tenant, ticket.id],
      ),
    );
    expect(late?.at.toISOString()).toBe('2026-07-10T10:00:00.000Z');
    const { items } = await district.run('verifier', district.operations.list, { worklist: 'mine' });
    expect(items.map(({ id, stepDue }) => [id, stepDue])).toEqual([[done.id, '2026-07-06T10:00:00.000Z']]);
  });

  it('moves nothing twice, and nothing where it changes nothing', async () => {
    const ticket = await district.open();
    await declareHolidays('2026-12-30');
    expect(await reproject()).toEqual({ looked: 1, moved: 0 });
    await declareHolidays('2026-07-02');
    expect(await reproject()).toEqual({ looked: 1, moved: 1 });
    const rows = await written(ticket.id);
    expect(rows.length).toBeGreaterThan(3);
    expect(await reproject()).toEqual({ looked: 1, moved: 0 });
    // Not a row was written, not even with what it held already.
    expect(await written(ticket.id)).toEqual(rows);
    expect((await district.ledger(ticket.id)).map(({ what }) => what)).toEqual(['open', 'reproject']);
  });

  it('is in the ledger like every step: replaying it gives the clocks as they are kept', async () => {
    const ticket = await courseOf(district).handling();
    await district.act('waterClerk', ticket, 'askExtension', { days: 2, reason: '待料' });
    await declareHolidays('2026-07-02');
    await reproject();
    await district.act('dispatcher', ticket, 'grantExtension');
    const events: Record<string, ClockEvent[]> = {};
    for (const { body } of await district.ledger(ticket.id)) {
      const { clocks } = body as { clocks: Readonly<Record<string, readonly ClockEvent[]>> };
      for (const [name, more] of Object.entries(clocks)) events[name] = [...(events[name] ?? []), ...more];
    }
    const record = await district.inside(({ tx, tenant }) => findCase(tx, tenant, ticket.id));
    const replayed = Object.fromEntries(Object.entries(events).map(([name, ledger]) => [name, replayClock(ledger)]));
    expect(replayed).toEqual(record?.clocks);
  });

  it('leaves ended cases as they were', async () => {
    const ticket = await courseOf(district).closed();
    const before = await kept(ticket.id);
    await declareHolidays('2026-07-02');
    expect(await reproject()).toEqual({ looked: 0, moved: 0 });
    expect(await kept(ticket.id)).toEqual(before);
  });

  it('takes a case on hold along when it goes on', async () => {
    const ticket = await courseOf(district).handling();
    await district.act('waterClerk', ticket, 'askHold', { awaited: '汛期结束', until: '2026-07-15' });
    await district.act('shiftLeader', ticket, 'grantHold');
    await declareHolidays('2026-07-16');
    expect(await reproject()).toEqual({ looked: 1, moved: 0 });
    district.at('2026-07-15 18:00');
    await district.timekeeper().fireDue();
    const clock = (await district.view('waterClerk', ticket)).clocks.find(({ name }) => name === 'handle');
    expect(clock?.due).toBe('2026-07-20T10:00:00.000Z');
  });

  it('goes through many cases in batches, each once', async () => {
    await Promise.all(Array.from({ length: 230 }, () => district.open()));
    await declareHolidays('2026-07-02');
    const looked: number[] = [];
    const done = await reprojectCases(district.services, district.as('system'), '放假', (sum) => looked.push(sum));
    expect(done).toEqual({ looked: 230, moved: 230 });
    expect(looked).toEqual([100, 200, 230]);
  });
});
