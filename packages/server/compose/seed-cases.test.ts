import { apps } from '@huying/apps';
import { demoDistrict } from '@huying/district/demo';
import { testDatabase } from '@huying/testing/database';
import { afterEach, expect, it } from 'vitest';
import { silentLog } from '../db/index.ts';
import { inTenant, theSystem } from '../ledger/index.ts';
import { seedCases } from './seed-cases.ts';
import { seedDistrict } from './seed-district.ts';
import { programServices } from './services.ts';

const db = await testDatabase();
const TWO_YEARS_MS = 2 * 365 * 86_400_000;
/** What `node --watch` sets: every thread then tells of the modules it imports, by the port it answers on. */
const WATCHED = 'WATCH_REPORT_DEPENDENCIES';

afterEach(() => {
  delete process.env[WATCHED];
});

it('the year of cases is made under node --watch as well, where a thread says more than it was asked', async () => {
  process.env[WATCHED] = '1';
  const services = await programServices(db, apps, silentLog);
  const made = await inTenant(services, { tenant: demoDistrict.code, actor: theSystem }, async (ctx) => {
    await seedDistrict(ctx, services, ctx.now - TWO_YEARS_MS);
    return seedCases(ctx, services, { seed: 1, count: 60, progress: () => undefined });
  });
  expect(made).toBeGreaterThan(0);
});
