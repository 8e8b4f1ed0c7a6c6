import { testDatabase } from '@huying/testing/database';
import {
  areaCodes,
  type CaseDistrict,
  type Course,
  courseOf,
  type PersonName,
  points,
  testDistrict,
} from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let district: CaseDistrict;
let course: Course;
const ids: string[] = [];
const east = { cell: null, point: points.east, address: '东街', datum: 'WGS84' };

beforeAll(async () => {
  district = await testDistrict(db);
  course = courseOf(district);
  // Thirty cases, three in each moment, so that moments alone do not put them in order.
  for (let number = 0; number < 30; number++) {
    if (number % 3 === 0) district.clock.advance(60_000);
    const { id } = await district.open({
      title: `来电 ${number}`,
      demandKind: number % 2 === 0 ? 'request' : 'complaint',
      urgency: number % 10 === 0 ? 'danger' : 'ordinary',
      ...(number % 5 === 0 ? { place: east } : {}),
    });
    ids.push(id);
  }
});

type Query = Parameters<CaseDistrict['operations']['list']['run']>[1];

async function all(who: PersonName, query: Query): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; next: string | null } = await district.run(who, district.operations.list, {
      ...query,
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

describe('pages', () => {
  it.each([
    ['newest first', { order: 'newest' as const }],
    ['most pressing first', { order: 'due' as const }],
    ['of my work', { worklist: 'mine' }],
  ])('%s hold every case once, whatever their size', async (_, query) => {
    const whole = await all('acceptor', { ...query, limit: 200 });
    expect(new Set(whole)).toEqual(new Set(ids));
    for (const limit of [1, 4, 7, 30]) expect(await all('acceptor', { ...query, limit })).toEqual(whole);
  });

  it('stay as they were while new cases come in above them', async () => {
    const first = await district.run('acceptor', district.operations.list, { order: 'newest', limit: 10 });
    const newcomer = await district.open({ title: '后来' });
    ids.push(newcomer.id);
    const second = await district.run('acceptor', district.operations.list, {
      order: 'newest',
      limit: 10,
      cursor: first.next ?? '',
    });
    const seen = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(seen).size).toBe(20);
    expect(seen).not.toContain(newcomer.id);
  });

  it('in the order of due times go on past cases that are due at no time', async () => {
    const held = await course.handling({ title: '挂起' });
    ids.push(held.id);
    await district.act('waterClerk', held, 'askHold', { awaited: '汛期结束', until: '2026-08-01' });
    await district.act('shiftLeader', held, 'grantHold');
    const whole = await all('acceptor', { order: 'due', limit: 200 });
    expect(whole.at(-1)).toBe(held.id);
    expect(await all('acceptor', { order: 'due', limit: 1 })).toEqual(whole);
  });
});

describe('filters', () => {
  it('are CQL2 over declared columns, together with the reader’s reach and words', async () => {
    const count = async (query: Query, who: PersonName = 'dispatcher') => (await all(who, query)).length;
    expect(await count({ filter: "kind = 'complaint'" })).toBe(15);
    expect(await count({ filter: "kind = 'complaint'", q: '"来电 1"' })).toBe(6);
    expect(await count({ filter: `area LIKE '${areaCodes.east}%'` })).toBe(6);
    expect(await count({ filter: "urgency IN ('danger') AND state = 'received'" })).toBe(3);
    expect(await count({ filter: 'closedAt IS NULL' }, 'eastDispatcher')).toBe(6);
    expect(await count({ filter: "openedAt < TIMESTAMP('2026-07-01T01:02:30Z')" })).toBe(6);
    expect(await count({ filter: 'S_INTERSECTS(place, BBOX(113.205, 23.1, 113.21, 23.105))' })).toBe(6);
  });

  it('find a case by its whole number', async () => {
    const { number } = await district.view('dispatcher', { id: ids[3] ?? '' });
    expect(await all('dispatcher', { q: number })).toEqual([ids[3]]);
  });
});

describe('worklists', () => {
  it('count what they list, for each reader', async () => {
    for (const who of ['acceptor', 'dispatcher', 'shiftLeader', 'waterClerk', 'eastAcceptor', 'systemAdmin'] as const) {
      for (const { id, count } of await district.run(who, district.operations.worklists, {})) {
        expect([who, id, count]).toEqual([who, id, (await all(who, { worklist: id, limit: 200 })).length]);
      }
    }
  });

  it('show what is late once it is, and what is urgent at once', async () => {
    const before = await all('dispatcher', { worklist: 'late' });
    expect(before).toEqual([]);
    expect(await all('dispatcher', { worklist: 'urgent' })).toHaveLength(3);
    const now = district.clock.now();
    district.at('2026-07-09 09:00');
    expect((await all('dispatcher', { worklist: 'late' })).length).toBeGreaterThan(10);
    district.clock.set(now);
  });
});

describe('choices', () => {
  const choices = (who: PersonName, input: { source: string; case?: string; under?: string; q?: string }) =>
    district.run(who, district.operations.choices, input);

  it('of units leave out the district itself and find by name', async () => {
    const { items } = await choices('dispatcher', { source: 'units' });
    expect(items.map(({ code }) => code)).not.toContain(district.units.district);
    expect((await choices('dispatcher', { source: 'units', q: '水务' })).items.map(({ code }) => code)).toEqual([
      district.units.water,
    ]);
  });

  it('of workers are those to whom the handling unit can give the case, by name', async () => {
    const ticket = await course.handling();
    ids.push(ticket.id);
    const { items } = await choices('waterClerk', { source: 'workers', case: ticket.id });
    expect(items.map(({ label }) => label.zh)).toEqual(['waterClerk', 'waterHead', 'pipesHandler', 'pumpsClerk']);
  });

  it('of a tree go down it step by step, and of filing conditions are those of the matter, with limit and requirement', async () => {
    expect((await choices('acceptor', { source: 'matter' })).items.map(({ code, leaf }) => [code, leaf])).toEqual([
      ['01', false],
      ['06', false],
    ]);
    const below = await choices('acceptor', { source: 'matter', under: '06' });
    expect(below.items.map(({ code, leaf }) => [code, leaf])).toEqual([
      ['06010', true],
      ['06013', true],
    ]);
    const conditions = await choices('acceptor', { source: 'condition', under: '06010' });
    expect(conditions.items).toMatchObject([{ code: '06010-1', hint: { zh: '4工作时 · 清除' } }]);
    expect((await choices('acceptor', { source: 'matter', q: '道路' })).items.map(({ code }) => code)).toEqual([
      '06013',
    ]);
  });
});
