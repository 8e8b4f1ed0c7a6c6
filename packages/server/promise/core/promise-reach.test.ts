import { testDatabase } from '@huying/testing/database';
import { type PromiseDistrict, promiseDistrict } from '@huying/testing/promise';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { listPromises } from './list.store.ts';
import { admitsPromise, type PromiseReach, promiseReachOf, promiseReachSql } from './promise-reach.ts';
import { promisesOfYear } from './store.ts';

const db = await testDatabase();
let at: PromiseDistrict;
const AREAS = [null, '440199', '440199003', '440199003001', '440199004', '4401990035', '44019900'];

beforeAll(async () => {
  at = await promiseDistrict(db);
  const { units } = at.district;
  const leads = [units.water, units.pipes, units.west, units.east];
  for (const [index, area] of AREAS.entries()) {
    const lead = leads[index % leads.length] ?? units.water;
    const { id } = await at.draft({
      duties: [
        { part: 'lead', unit: lead },
        ...(index % 2 === 0 && lead !== units.roads ? [{ part: 'assisting' as const, unit: units.roads }] : []),
      ],
      ...(area === null ? {} : { place: { area } }),
    });
    if (index % 3 === 0) {
      await at.district.run('supervisor', at.operations.issue, { ids: [id], issuedOn: '2026-07-01' });
      await at.district.run('supervisor', at.operations.publish, { id, published: true });
    }
  }
});

const reaches = (units: readonly string[]): fc.Arbitrary<PromiseReach> =>
  fc.oneof(
    fc.constant({ reach: 'none' as const }),
    fc.constant({ reach: 'published' as const }),
    fc.record({
      reach: fc.constant('promises' as const),
      units: fc.oneof(fc.constant('all' as const), fc.subarray([...units])),
      area: fc.constantFrom(...AREAS),
    }),
  );

describe('the reach of promises', () => {
  it('admits in the program exactly what it lets through in SQL', async () => {
    const units = Object.values(at.district.units);
    const all = await at.district.inside(({ tx, tenant }) => promisesOfYear(tx, tenant, 2026));
    expect(all).toHaveLength(AREAS.length);
    await fc.assert(
      fc.asyncProperty(reaches(units), async (reach) => {
        const found = await at.district.inside(({ tx, tenant }) =>
          listPromises(tx, tenant, (first) => promiseReachSql(reach, first), { year: 2026 }, null, 100),
        );
        const admitted = all.filter((promise) => admitsPromise(reach, promise));
        expect(found.map(({ id }) => id).toSorted()).toEqual(admitted.map(({ id }) => id).toSorted());
      }),
      { numRuns: 150 },
    );
  });

  it('is everybody’s, the unit’s or what is published, as the role says; without a post it is nothing', () => {
    const { org, roles } = { org: { subtree: () => [], line: () => [] }, roles: at.services.product.roles };
    const post = (role: string) => ({ ...at.district.posts.waterHead, role, as: 'holder' as const });
    expect(promiseReachOf(undefined, roles, org)).toEqual({ reach: 'none' });
    expect(promiseReachOf(post('nobody'), roles, org)).toEqual({ reach: 'none' });
    expect(promiseReachOf(post('deputy'), roles, org)).toEqual({ reach: 'published' });
    expect(promiseReachOf(post('system-admin'), roles, org)).toEqual({ reach: 'published' });
    expect(promiseReachOf(post('report-editor'), roles, org)).toMatchObject({ units: 'all' });
    expect(promiseReachOf(post('unit-clerk'), roles, org)).toMatchObject({ reach: 'promises', units: [] });
  });
});
