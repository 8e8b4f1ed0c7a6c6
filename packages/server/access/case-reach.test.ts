import { testDatabase } from '@huying/testing/database';
import { areaCodes, testDistrict } from '@huying/testing/district';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { orgOf } from '../org/index.ts';
import { admits, type CaseReach, reachOf, reachSql } from './index.ts';

const roles = {
  centre: { id: 'centre', name: '中心', reach: { queue: 'all', area: 'post' } },
  clerk: { id: 'clerk', name: '经办', reach: { queue: 'unit', area: 'any' } },
  warden: { id: 'warden', name: '网格', reach: { queue: 'unit', area: 'post' } },
  admin: { id: 'admin', name: '管理', reach: { queue: 'none', area: 'any' } },
} as const;

/** Units a, a1 below it, a2 below it, b. */
const tree: Record<string, string | null> = { a: null, a1: 'a', a2: 'a', b: null };
const unit = (id: string) => ({ id }) as never;
const org = {
  subtree: (id: string) => [id, ...Object.keys(tree).filter((one) => tree[one] === id)].map(unit),
  line: (id: string) => [id, ...(tree[id] ? [tree[id]] : [])].map(unit),
};
const post = (role: string, of: string, area: string | null = null) =>
  ({ id: 'p', account: 'x', unit: of, role, area, from: 0, to: null, as: 'holder' }) as const;
const seen = (reach: CaseReach, area: string | null, ...involved: string[]) =>
  admits(reach, { type: 'ticket', area, involved });

describe('whose queue', () => {
  it('of a unit holds its own cases, those below it and those above it, and none beside it', () => {
    const reach = reachOf(post('clerk', 'a1'), roles, org);
    expect(seen(reach, null, 'a1')).toBe(true);
    expect(seen(reach, null, 'a')).toBe(true);
    expect(seen(reach, null, 'a2')).toBe(false);
    expect(seen(reach, null, 'b')).toBe(false);
    expect(seen(reachOf(post('clerk', 'a'), roles, org), null, 'b', 'a2')).toBe(true);
  });

  it('is nobody’s without a post, with a role that reads no cases, or one that nobody declared', () => {
    for (const reach of [
      reachOf(undefined, roles, org),
      reachOf(post('admin', 'a'), roles, org),
      reachOf(post('stranger', 'a'), roles, org),
    ]) {
      expect(reach).toEqual({ reach: 'none' });
      expect(seen(reach, null, 'a')).toBe(false);
    }
  });
});

describe('a type that names a role', () => {
  const types = [{ id: 'proposal', seenBy: [{ party: 'role', role: 'admin' }] }, { id: 'ticket' }] as const;

  it('lets it see every case of the type and none of another, where its queue is none', () => {
    const reach = reachOf(post('admin', 'a'), roles, org, types);
    expect(reach).toEqual({ reach: 'types', types: ['proposal'] });
    expect(admits(reach, { type: 'proposal', area: null, involved: ['b'] })).toBe(true);
    expect(admits(reach, { type: 'ticket', area: null, involved: ['a'] })).toBe(false);
  });

  it('changes nothing for those whose queue holds cases', () => {
    expect(reachOf(post('clerk', 'a1'), roles, org, types)).toEqual(reachOf(post('clerk', 'a1'), roles, org));
  });
});

describe('which area', () => {
  it('of a post covers what lies in it and nothing beside it or without a place', () => {
    const reach = reachOf(post('centre', 'a', '440199001'), roles, org);
    expect(seen(reach, '440199001')).toBe(true);
    expect(seen(reach, '440199001001002')).toBe(true);
    expect(seen(reach, '440199010')).toBe(false);
    expect(seen(reach, null)).toBe(false);
  });

  it('narrows the queue and does not replace it', () => {
    const reach = reachOf(post('warden', 'a', '440199001'), roles, org);
    expect(seen(reach, '440199001', 'b')).toBe(false);
    expect(seen(reach, '440199002', 'a')).toBe(false);
    expect(seen(reach, '440199001', 'a')).toBe(true);
  });
});

describe('one predicate', () => {
  const db = testDatabase();
  let known: { id: string; type: string; area: string | null; involved: string[] }[] = [];
  let units: string[] = [];
  let within: (reach: CaseReach) => Promise<string[]>;

  beforeAll(async () => {
    const district = await testDistrict(await db);
    units = Object.values(district.units);
    const areas = [null, ...Object.values(areaCodes)];
    for (let number = 0; number < 40; number++) {
      const area = areas[number % areas.length];
      const place = area === null ? undefined : { cell: area, point: null, address: '', datum: 'WGS84' };
      const { id } = await district.open({ place });
      const handled = number % 3;
      if (handled > 0) {
        await district.act('acceptor', { id }, 'file', { matter: '01002' });
        const dispatched = units.filter((one) => one !== district.units.district)[number % (units.length - 1)];
        await district.act('dispatcher', { id }, 'dispatch', { unit: dispatched, dispatchReason: '职责' });
      }
    }
    known = await district.inside(({ tx, tenant }) =>
      tx.rows('select id, type, area, involved from case_record where tenant = $1', [tenant]),
    );
    within = (reach) =>
      district.inside(async ({ tx, tenant }) => {
        const { sql, params } = reachSql(reach, 2);
        const rows = await tx.rows<{ id: string }>(
          `select c.id from case_record c where c.tenant = $1 and ${sql} order by c.id`,
          [tenant, ...params],
        );
        return rows.map(({ id }) => id);
      });
    // The organisation is read once more, as the engine reads it.
    await district.inside((ctx) => orgOf(ctx));
  });

  it('answers alike for one case in the program and for a list in the database', async () => {
    const area = fc.constantFrom(
      null,
      ...Object.values(areaCodes),
      '4',
      '440199',
      '44019900200100',
      '440199002001001x',
      'Z',
    );
    const reach = fc.oneof(
      fc.constant<CaseReach>({ reach: 'none' }),
      fc.constant<CaseReach>({ reach: 'types', types: ['proposal', 'opinion'] }),
      fc.constant<CaseReach>({ reach: 'types', types: ['ticket'] }),
      fc.record({
        reach: fc.constant('cases' as const),
        units: fc.oneof(fc.constant('all' as const), fc.subarray(units)),
        area,
      }),
    );
    await fc.assert(
      fc.asyncProperty(reach, async (one) => {
        const admitted = known.filter((record) => admits(one, record)).map(({ id }) => id);
        expect(await within(one)).toEqual(admitted.sort());
      }),
      { numRuns: 200 },
    );
  });
});
