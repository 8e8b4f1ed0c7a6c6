import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { namesFor } from './names.ts';
import { type World, worldOf } from './world.ts';

const db = await testDatabase();
let district: CaseDistrict;
let world: World;
beforeAll(async () => {
  district = await testDistrict(db);
  world = await district.inside((ctx) => worldOf(ctx, district.services));
});

describe('names', () => {
  it('of the people in posts are told to staff, and to the public none of them', () => {
    const { id: post, account } = district.posts.waterClerk;
    const called = world.org.nameOf(account);
    expect(called).toMatch(/./);
    expect(namesFor('staff', world).person(post)).toBe(called);
    expect(namesFor('public', world).person(post)).toBeNull();
  });

  it('of nobody in particular are none', () => {
    const names = namesFor('staff', world);
    expect([names.person(null), names.person(district.units.district), names.unit(null), names.area('9')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
