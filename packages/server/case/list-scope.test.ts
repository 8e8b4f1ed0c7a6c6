import type { Worklist } from '@huying/kit/app';
import { and, type Condition, eq, gt, gte, holds, isIn, isNull, lt, not, property } from '@huying/kit/condition';
import { testDatabase } from '@huying/testing/database';
import { areaCodes, type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { admits, type CaseReach } from '../access/index.ts';
import type { ListOrder } from './list.store.ts';
import { countLists, listPage } from './list-page.store.ts';
import { scopeOf } from './list-scope.ts';
import { type World, worldOf } from './world.ts';

const db = await testDatabase();
let district: CaseDistrict;
let units: string[];
let world: World;

interface Kept {
  readonly id: string;
  readonly type: string;
  readonly area: string | null;
  readonly involved: readonly string[];
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly due: number | null;
  readonly state: string;
  readonly kind: string | null;
  readonly matter: string | null;
  readonly unit: string | null;
  readonly stepDue: number | null;
}
let kept: Kept[];

beforeAll(async () => {
  district = await testDistrict(db);
  units = Object.values(district.units);
  const course = courseOf(district);
  const areas = [undefined, ...Object.values(areaCodes)];
  const placeOf = (index: number) => {
    const area = areas[index % areas.length];
    return area === undefined ? undefined : { cell: area, point: null, address: '', datum: 'WGS84' };
  };
  for (let index = 0; index < 30; index++) {
    const fields = { place: placeOf(index), demandKind: index % 3 === 0 ? 'complaint' : 'consultation' };
    const ticket = await [course.handling, course.closed, course.filed, course.done][index % 4]?.(fields);
    if (index % 8 === 0 && ticket !== undefined) {
      await district.act('waterClerk', ticket, 'askHold', { awaited: '汛期结束', until: '2026-08-01' });
      await district.act('shiftLeader', ticket, 'grantHold');
    }
    // Every other case is opened in the same moment as the one before it: ids decide then.
    if (index % 2 === 0) district.clock.advance(60_000);
  }
  for (let index = 0; index < 30; index++) {
    const { id } = await district.open({ place: placeOf(index) });
    if (index % 3 === 0) continue;
    await district.act('acceptor', { id }, 'file', { matter: '01002' });
    const unit = units.filter((one) => one !== district.units.district)[index % (units.length - 1)];
    await district.act('dispatcher', { id }, 'dispatch', { unit, dispatchReason: '职责' });
  }
  kept = await district.inside(async (ctx) => {
    world = await worldOf(ctx, district.services);
    const rows = await ctx.tx.rows<Record<string, unknown>>(
      `select id, type, area, involved, opened_at as "openedAt", closed_at as "closedAt", due_at as due, state, kind, matter, unit,
         (select min(t.due_at) from case_task t where t.case_id = case_record.id) as "stepDue"
       from case_record where tenant = $1`,
      [ctx.tenant],
    );
    const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value);
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
    ) as unknown as Kept[];
  });
});

const reaches = () =>
  fc.oneof(
    fc.constant<CaseReach>({ reach: 'none' }),
    fc.constant<CaseReach>({ reach: 'types', types: ['ticket'] }),
    fc.constant<CaseReach>({ reach: 'types', types: ['proposal'] }),
    fc.record({
      reach: fc.constant('cases' as const),
      units: fc.oneof(fc.constant('all' as const), fc.subarray(units)),
      area: fc.constantFrom(null, null, ...Object.values(areaCodes), '44019900', '440199002001001x'),
    }),
  );

const LATER = { timestamp: '2026-07-08T11:00:00Z' };
const conditions = (): readonly (Condition | undefined)[] => [
  isIn(property('unit'), units.slice(2, 5)),
  eq(property('unit'), units[2] ?? ''),
  and(isNull(property('closedAt')), isIn(property('unit'), units.slice(1, 7))),
  and(
    gte(property('due'), { timestamp: '2026-07-08T09:00:00Z' }),
    lt(property('due'), LATER),
    isNull(property('closedAt')),
  ),
  gte(property('due'), { timestamp: '2026-07-08T09:00:00Z' }),
  lt(property('stepDue'), { timestamp: '2026-07-02T01:10:00Z' }),
  undefined,
  undefined,
  isNull(property('closedAt')),
  and(isNull(property('closedAt')), lt(property('due'), LATER)),
  eq(property('state'), 'closed'),
  and(eq(property('kind'), 'complaint'), not(isIn(property('state'), ['closed']))),
  isIn(property('matter'), ['01002']),
  gt(property('openedAt'), { timestamp: '2026-07-01T01:10:00Z' }),
];

/** What a list is by definition: of all cases those that a reader may see and that the conditions let through, in the list's order. */
function byDefinition(reach: CaseReach, all: readonly Condition[], order: ListOrder): string[] {
  const value = (one: Kept) => (order === 'newest' ? -one.openedAt : (one.due ?? Number.POSITIVE_INFINITY));
  const sign = order === 'newest' ? -1 : 1;
  return kept
    .filter((one) => admits(reach, one) && all.every((condition) => holds(condition, { ...one })))
    .filter(({ closedAt }) => order === 'newest' || closedAt === null)
    .sort((a, b) => value(a) - value(b) || (a.id < b.id ? -sign : sign))
    .map(({ id }) => id);
}

describe('a list read along a unit, an area or the whole', () => {
  it('holds what the reader may see and the conditions let through, page by page, in its order, and is counted so', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          reach: reaches(),
          menu: fc.constantFrom(...conditions()),
          filter: fc.constantFrom(...conditions()),
          order: fc.constantFrom<ListOrder>('newest', 'due'),
          size: fc.constantFrom(3, 7, 50),
        }),
        async ({ reach, menu, filter, order, size }) => {
          const worklist: Worklist = {
            id: 'some',
            label: '',
            shows: 'reachable',
            order,
            ...(menu === undefined ? {} : { filter: menu }),
          };
          const expected = byDefinition(
            reach,
            [menu, filter].flatMap((one) => one ?? []),
            order,
          );
          const listed: string[] = [];
          await district.inside(async ({ tx, tenant }) => {
            for (let after: { at: string; id: string } | null = null; ; ) {
              const scope = scopeOf({ ...world, reach }, worklist, filter, order, 2);
              const page = await listPage(tx, tenant, { ...scope, order, after, limit: size });
              listed.push(...page.map(({ id }) => id));
              const last = page.at(-1);
              if (page.length < size || last === undefined) break;
              const at = order === 'newest' ? last.openedAt : last.dueAt;
              after = { at: at?.toISOString() ?? 'infinity', id: last.id };
            }
            expect(listed).toEqual(expected);
            const counted = (first: number) => ({
              of: 'cases' as const,
              ...scopeOf({ ...world, reach }, worklist, filter, order, first),
            });
            expect(await countLists(tx, tenant, [counted, counted], size)).toEqual(
              [0, 1].map(() => Math.min(expected.length, size + 1)),
            );
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has cases of every kind to tell apart', () => {
    const states = new Set(kept.map(({ state }) => state));
    expect([...states].sort()).toEqual(expect.arrayContaining(['closed', 'dispatched', 'filed', 'held', 'received']));
    expect(kept.filter(({ closedAt }) => closedAt !== null).length).toBeGreaterThan(5);
    expect(kept.filter(({ due, closedAt }) => due === null && closedAt === null).length).toBeGreaterThan(1);
    expect(new Set(kept.map(({ openedAt }) => openedAt)).size).toBeLessThan(kept.length);
    for (const condition of conditions()) {
      const held = kept.filter((one) => condition === undefined || holds(condition, { ...one })).length;
      expect([condition, held]).toEqual([condition, expect.toSatisfy((count: number) => count > 0)]);
    }
  });
});
