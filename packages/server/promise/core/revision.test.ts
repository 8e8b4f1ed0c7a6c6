import { testDatabase } from '@huying/testing/database';
import { type PersonName, refusalOf } from '@huying/testing/district';
import { type PromiseDistrict, promiseDistrict } from '@huying/testing/promise';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let at: PromiseDistrict;
beforeAll(async () => {
  at = await promiseDistrict(db, { now: '2026-07-01T09:00:00+08:00' });
});

const ask = (who: PersonName, id: string, what: string, wanted: unknown) =>
  at.district.run(who, at.operations.askRevision, { id, what, new: wanted, reason: '征地未完成' });
const approve = (id: string, revision: string, effectiveFrom = '2026-07-01', who: PersonName = 'leader') =>
  at.district.run(who, at.operations.decideRevision, {
    id,
    revision,
    decision: 'approved',
    authority: '区人民政府',
    meeting: '第三次常务会议',
    document: '清府〔2026〕8号',
    effectiveFrom,
  });
const read = (id: string, asOf?: string) =>
  at.district.run('supervisor', at.operations.read, { id, ...(asOf === undefined ? {} : { asOf }) });

describe('a revision', () => {
  it('is asked before the due day, with a reason; on the day after it is too late', async () => {
    const { id } = await at.promise({ due: '2026-07-01', indicators: [] });
    await ask('waterHead', id, 'due', '2026-10-31');
    at.district.at('2026-07-02 09:00');
    expect(await refusalOf(ask('waterHead', id, 'due', '2026-11-30'))).toBe('promise.askedTooLate');
    expect((await read(id)).revisions).toHaveLength(1);
    at.district.at('2026-07-01 10:00');
  });

  it('changes nothing until another with the authority has approved it in a meeting', async () => {
    const { id } = await at.promise();
    const { revision } = await ask('waterHead', id, 'due', '2026-12-31');
    expect((await read(id)).due).toBe('2026-09-30');
    const own = at.district.run('supervisor', at.operations.askRevision, {
      id,
      what: 'title',
      new: '改名',
      reason: '试',
    });
    const { revision: asked } = await own;
    expect(await refusalOf(approve(id, asked, '2026-07-01', 'supervisor'))).toBe('promise.ownRevision');
    const bare = { id, revision, decision: 'approved' as const };
    expect(await refusalOf(at.district.run('leader', at.operations.decideRevision, bare))).toBe('promise.authority');
    await approve(id, revision);
    const view = await read(id);
    expect([view.due, view.original.due]).toEqual(['2026-12-31', '2026-09-30']);
    expect(view.revisions.find(({ what }) => what === 'due')).toMatchObject({
      old: '2026-09-30',
      new: '2026-12-31',
      authority: '区人民政府',
      meeting: '第三次常务会议',
    });
  });

  it('of a target counts from its first day on: what was expected before stays what it was', async () => {
    const { id } = await at.promise();
    const entered = { id, indicator: 'length', value: 4, asOf: '2026-06-30' };
    await at.district.run('waterClerk', at.operations.observe, entered);
    const { revision } = await ask('waterHead', id, 'indicator:length:value', 5);
    await approve(id, revision, '2026-07-15');
    expect((await read(id)).rate).toBe(0.4);
    expect((await read(id, '2026-07-14')).rate).toBe(0.4);
    const later = await read(id, '2026-07-15');
    expect(later.rate).toBe(0.8);
    expect(later.indicators[0]).toMatchObject({ target: 5, original: 10 });
    const { items } = await at.district.run('supervisor', at.operations.list, { q: later.number });
    expect(items[0]?.rate).toBe(0.4);
    at.district.at('2026-07-15 08:00');
    expect(await at.fire()).toBeGreaterThan(0);
    const { items: then } = await at.district.run('supervisor', at.operations.list, { q: later.number });
    expect(then[0]?.rate).toBe(0.8);
    expect((await read(id, '2026-07-10')).rate).toBe(0.4);
    at.district.at('2026-07-15 10:00');
  });

  it('takes only what can be revised, and no target against its direction', async () => {
    const { id } = await at.promise();
    for (const [what, wanted] of [
      ['number', 'X'],
      ['due', '明年'],
      ['due', '2026-02-31'],
      ['indicator:length:value', -3],
      ['indicator:nothing:value', 3],
      ['task:00000000-0000-0000-0000-000000000000:due', '2026-09-01'],
      ['cancelled', 'maybe'],
    ] as const) {
      expect([what, await refusalOf(ask('waterHead', id, what, wanted))]).toEqual([what, 'promise.notRevisable']);
    }
  });

  it('that cancels ends the promise and takes it out of what counts', async () => {
    const { id } = await at.promise();
    const { revision } = await ask('waterHead', id, 'cancelled', true);
    await approve(id, revision, '2026-07-15');
    const view = await read(id);
    expect(view).toMatchObject({
      official: 'cancelled',
      state: { id: 'dropped' },
      light: null,
      saying: { zh: '已取消' },
    });
    expect(await refusalOf(ask('waterHead', id, 'due', '2026-12-31'))).toBe('promise.ended');
  });
});
