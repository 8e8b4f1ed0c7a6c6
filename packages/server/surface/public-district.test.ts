import { testDatabase } from '@huying/testing/database';
import { expect, it } from 'vitest';
import { createTenant } from '../tenant/index.ts';
import { askedDistrict } from './public-district.ts';

const db = await testDatabase();
const found = (code: string) =>
  createTenant(db, { code, name: { zh: code, en: code }, zone: 'Asia/Shanghai' }, Date.UTC(2026, 0, 1));

it('among several districts the sign-in page names only the one its address chose', async () => {
  expect(await askedDistrict(db, undefined)).toBeNull();
  await found('440101');
  expect(await askedDistrict(db, undefined)).toMatchObject({ code: '440101' });
  await found('440102');
  expect(await askedDistrict(db, undefined)).toBeNull();
  expect(await askedDistrict(db, '440102')).toMatchObject({ code: '440102' });
  expect(await askedDistrict(db, '440103')).toBeNull();
});
