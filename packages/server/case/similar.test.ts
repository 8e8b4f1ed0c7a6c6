import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, points, testDistrict } from '@huying/testing/district';
import { beforeEach, expect, it } from 'vitest';

const db = await testDatabase();
let count = 0;
let district: CaseDistrict;
beforeEach(async () => {
  count += 1;
  district = await testDistrict(db, { tenant: `like-${count}` });
});

/** A ticket so many metres north of the usual place. */
function north(metres: number, fields: Record<string, unknown> = {}) {
  const point = { ...points.west, latitude: points.west.latitude + metres / 111_320 };
  return district.open({ place: { cell: null, point, address: '', datum: 'WGS84' }, ...fields });
}

const similar = async (who: Parameters<CaseDistrict['view']>[0], id: string) =>
  (await district.run(who, district.operations.similar, { id })).items.map((item) => [item.id, item.metres]);

it('cases of the same matter within fifty metres and a day are suggested as one, nearest first', async () => {
  const far = await north(40);
  const near = await north(10);
  await north(60);
  await north(5, { demandClass: 'A02' });
  await north(5, { place: undefined });
  const ticket = await north(0);
  expect(await similar('dispatcher', ticket.id)).toEqual([
    [near.id, 10],
    [far.id, 40],
  ]);
});

it('after a day and an hour it is another matter', async () => {
  const first = await north(0);
  district.clock.advance(25 * 3_600_000);
  const second = await north(0);
  expect(await similar('dispatcher', second.id)).toEqual([]);
  district.clock.advance(-2 * 3_600_000);
  const third = await north(0);
  expect((await similar('dispatcher', third.id)).map(([id]) => id).sort()).toEqual([first.id, second.id].sort());
});

it('without a place there is nothing to compare', async () => {
  await north(0);
  const ticket = await district.open({ place: undefined });
  expect(await similar('dispatcher', ticket.id)).toEqual([]);
});

it('says beforehand into which of them the case cannot be merged, and why', async () => {
  const [main, follower, one] = [await north(10), await north(20), await north(0)];
  await district.act('operator', follower, 'markDuplicate', { earlier: main.number });
  const barred = async () => {
    const { items } = await district.run('operator', district.operations.similar, { id: one.id });
    return new Map(items.map((item) => [item.id, item.barred]));
  };
  expect((await barred()).get(main.id)).toBeNull();
  expect((await barred()).get(follower.id)?.zh).toContain('已随另一件办理');
  await district.act('operator', main, 'answer', { answer: '请拨打供水热线。' });
  expect((await barred()).get(main.id)?.zh).toContain('没有可以答复');
});
