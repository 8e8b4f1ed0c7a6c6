import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, points, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let district: CaseDistrict;
const july = { from: '2026-07-01', to: '2026-07-31' };

const at = async (point: (typeof points)[keyof typeof points], times: number) => {
  for (let time = 0; time < times; time += 1) {
    await district.open({ place: { cell: null, point, address: '人民路', datum: 'WGS84' } });
  }
};
const page = (cursor?: string) =>
  district.run('dispatcher', district.operations.duplicates, {
    ...july,
    limit: 1,
    ...(cursor === undefined ? {} : { cursor }),
  });

beforeAll(async () => {
  district = await testDistrict(db);
  await at(points.west, 2);
  await at(points.east, 4);
  await at(points.border, 2);
});

describe('groups of cases that may be the same', () => {
  it('come page by page, the largest first, with the pairs they make', async () => {
    const first = await page();
    expect(first).toMatchObject({ cases: 8, groups: 3, pairs: 8, largest: [{ size: 4, pairs: 6 }] });
    const second = await page(first.next ?? '');
    const third = await page(second.next ?? '');
    expect([second, third].map(({ largest }) => largest.map(({ size, pairs }) => [size, pairs]))).toEqual([
      [[2, 1]],
      [[2, 1]],
    ]);
    expect(third.next).toBeNull();
    const shown = [first, second, third].flatMap(({ largest }) => largest.flatMap(({ items }) => items));
    expect(new Set(shown.map(({ id }) => id)).size).toBe(8);
  });

  it('are neither shown twice nor passed over when another case comes in while pages are turned', async () => {
    const first = await page();
    const second = await page(first.next ?? '');
    // The group shown first grows: it stays before the place from which one goes on.
    await at(points.east, 1);
    const third = await page(second.next ?? '');
    const idsOf = (one: typeof first) => one.largest.flatMap(({ items }) => items.map(({ id }) => id));
    expect(idsOf(third)).toHaveLength(2);
    expect(idsOf(third).filter((id) => [...idsOf(first), ...idsOf(second)].includes(id))).toEqual([]);
    expect(third).toMatchObject({ cases: 9, pairs: 12, next: null });
  });
});
