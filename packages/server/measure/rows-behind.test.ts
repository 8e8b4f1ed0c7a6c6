import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, refusalOf, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold, measureOperations } from './index.ts';
import type { RowsRequest } from './reading-schema.ts';

const db = await testDatabase();
let district: CaseDistrict;
const tickets: Record<string, string> = {};

beforeAll(async () => {
  district = await testDistrict(db);
  const { closed, dispatched } = courseOf(district);
  tickets.closed = (await closed()).id;
  tickets.open = (await dispatched()).id;
  const sent = await dispatched();
  tickets.sent = sent.id;
  await district.act('waterClerk', sent, 'sendBack', { reason: '不属于本单位职责' });
  district.clock.advance(60_000);
  await district.act('dispatcher', sent, 'dispatch', { unit: district.units.roads, dispatchReason: '道路' });
  district.at('2026-08-03 09:00');
});

const rows = (request: Omit<RowsRequest, 'from' | 'to'>) =>
  district.run('supervisor', measureOperations(district.services).rows, {
    from: '2026-07-01',
    to: '2026-07-31',
    ...request,
  });
const named = async (request: Omit<RowsRequest, 'from' | 'to'>) => {
  const { items, total, hidden } = await rows(request);
  return { cases: items.map((item) => item.case.id).sort(), total, hidden };
};
const ids = (...names: string[]) => names.map((name) => tickets[name]).sort();

describe('the cases behind a number', () => {
  it('are those counted above, those measured, and those left out', async () => {
    const onTime = { id: 'hotline.onTimeApproved', grain: 'all' } as const;
    expect(await named({ ...onTime, part: 'of' })).toEqual({ cases: ids('closed'), total: 1, hidden: 0 });
    expect(await named({ ...onTime, part: 'among' })).toEqual({
      cases: ids('closed', 'open', 'sent'),
      total: 3,
      hidden: 0,
    });
    expect(await named({ ...onTime, part: 'except' })).toEqual({ cases: [], total: 0, hidden: 0 });
    const signing = { id: 'hotline.signing', grain: 'all' } as const;
    expect(await named({ ...signing, part: 'except' })).toEqual({ cases: ids('sent'), total: 1, hidden: 0 });
  });

  it('are those that did not meet it, with a total of their own and page by page', async () => {
    const onTime = { id: 'hotline.onTimeApproved', grain: 'all', part: 'others' } as const;
    expect(await named(onTime)).toEqual({ cases: ids('open', 'sent'), total: 2, hidden: 0 });
    const first = await rows({ ...onTime, limit: 1 });
    expect(first).toMatchObject({ items: [{ n: 0, d: 1 }], total: 2, found: 2 });
    const second = await rows({ ...onTime, limit: 1, cursor: first.next ?? '' });
    expect(second).toMatchObject({ items: [{ n: 0, d: 1 }], total: 2, found: null, next: null });
    expect(await refusalOf(rows({ ...onTime, id: 'hotline.received' }))).toBe('measure.part');
  });

  it('are counted beside the number kept, so that one that is wrong shows', async () => {
    const received = { id: 'hotline.received', grain: 'all', part: 'of' } as const;
    expect(await rows(received)).toMatchObject({ total: 3, found: 3 });
    await district.inside((ctx) => fold(ctx));
    const by = (more: number) =>
      district.inside(({ tx, tenant }) =>
        tx.run('update measure_cell set n = n + $2 where tenant = $1', [tenant, more]),
      );
    await by(2);
    const wrong = await rows(received);
    expect([wrong.total, wrong.found, wrong.items.length]).toEqual([5, 3, 3]);
    await by(-2);
    expect(await rows(received)).toMatchObject({ total: 3, found: 3 });
  });

  it('of a unit are those of all units below it, each with the time it held the case', async () => {
    const { water, roads, district: root } = district.units;
    const sendBack = { id: 'hotline.sendBack', grain: 'unit', part: 'among' } as const;
    expect((await named({ ...sendBack, value: water })).cases).toEqual(ids('closed', 'open', 'sent'));
    expect((await named({ ...sendBack, value: root })).total).toBe(4);
    const { items } = await rows({ ...sendBack, value: roads });
    expect(items).toMatchObject([
      { no: 2, unit: { zh: '区公路局' }, day: '2026-07-01', n: 0, d: 1, case: { id: tickets.sent } },
    ]);
  });

  it('come page by page, none twice and none left out', async () => {
    const request = { id: 'hotline.sendBack', grain: 'all', part: 'among', limit: 1 } as const;
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { items, next } = await rows(cursor === undefined ? request : { ...request, cursor });
      seen.push(...items.map((item) => `${item.case.id} ${item.no}`));
      cursor = next;
    }
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });

  it('are refused for a number that is not there', async () => {
    const asked = { grain: 'all', part: 'of' } as const;
    expect(await refusalOf(rows({ ...asked, id: 'hotline.nothing' }))).toBe('measure.unknown');
    expect(await refusalOf(rows({ ...asked, id: 'hotline.received', part: 'except' }))).toBe('measure.part');
    expect(await refusalOf(rows({ ...asked, id: 'hotline.signing', grain: 'channel' }))).toBe('measure.grain');
    expect(await refusalOf(rows({ ...asked, id: 'hotline.received', cursor: 'x' }))).toBe('measure.cursor');
  });
});
