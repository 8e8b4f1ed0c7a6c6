import { demoDistrict } from '@huying/district/demo';
import { people } from '@huying/district/demo/org';
import { DAY_MS } from '@huying/kit/calendar';
import { inTenant, theSystem } from '../ledger/index.ts';
import { findTenant, withoutTenant } from '../tenant/index.ts';
import type { DemoSignIn, SeedProgress } from './demo.ts';
import type { Program } from './program.ts';
import { DEMO_ACCOUNTS, seedCases } from './seed-cases.ts';
import { DEMO_PASSWORD, seedDistrict } from './seed-district.ts';
import { seedPromises } from './seed-promises.ts';

/** Any number would do; this one stays, so that everybody's demo district has the same year. */
const SEED = 20_260_701;
const CASES = 60_000;
const TWO_YEARS_MS = 2 * 365 * DAY_MS;

/**
 * Fills an empty database with the demo district, its year of cases and of promises, in one transaction: broken off, it leaves nothing
 * behind and begins again at the next start. Where the district is there already it changes nothing.
 */
export async function seedDemoDistrict(program: Program, progress: SeedProgress): Promise<readonly DemoSignIn[]> {
  const { services } = program;
  const there = await withoutTenant(services.db, (tx) => findTenant(tx, demoDistrict.code));
  if (there === undefined) {
    const count = Number(process.env.HUYING_DEMO_CASES ?? CASES);
    await inTenant(services, { tenant: demoDistrict.code, actor: theSystem }, async (ctx) => {
      progress({ zh: '建立单位、人员、网格和目录', en: 'Units, people, cells and lists' }, 0, 1);
      await seedDistrict(ctx, services, ctx.now - TWO_YEARS_MS);
      const step = { zh: '推演一年的工单', en: 'A year of cases' };
      await seedCases(ctx, services, { seed: SEED, count, progress: (done, of) => progress(step, done, of) });
      // A district whose year is still to be promised, to try out a report of one's own.
      if (process.env.HUYING_DEMO_PROMISES === 'none') return;
      const promised = { zh: '推演一年的目标任务', en: 'A year of promises' };
      await seedPromises(ctx, services, (done, of) => progress(promised, done, of));
    });
  }
  return DEMO_ACCOUNTS.map((name) => ({ name, password: DEMO_PASSWORD, who: whoIs(name, program) }));
}

function whoIs(name: string, { services }: Program): DemoSignIn['who'] {
  const person = people.find((one) => one.name === name);
  const role = services.product.words[`roles/${person?.posts[0]?.role}`];
  const display = person?.displayName;
  return { zh: `${role?.zh ?? ''} ${display?.zh ?? ''}`.trim(), en: `${role?.en ?? ''} ${display?.en ?? ''}`.trim() };
}
