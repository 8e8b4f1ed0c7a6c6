import { testDatabase } from '@huying/testing/database';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Tx, writeAll } from '../db/index.ts';
import { createTenant, withTenant } from '../tenant/index.ts';
import {
  addText,
  buildBlocks,
  found,
  type Hit,
  inTime,
  type PlainText,
  plainTextOf,
  readQuery,
  rebuildBlocks,
  soundReader,
  walk,
} from './index.ts';

const db = await testDatabase();
const tenant = '440199';
const now = Date.UTC(2026, 6, 1);
const services = { db, now: () => now, log: db.log };

interface Kept extends Hit {
  readonly text: PlainText;
}
const kept: Kept[] = [];

const problems = [
  '路灯不亮',
  '污水井盖破损',
  '夜间施工噪音扰民',
  '电梯困人',
  '占道经营',
  '银行门口行人摔倒',
  '小区WiFi太慢',
];
const streets = ['清江大道', '东湖路', '长乐街', '石桥巷'];

function textAt(at: number): Kept {
  const title = `${streets[at % 4]}${at}号${problems[at % 7]}`;
  const words = [title, `市民反映：${problems[(at * 3) % 7]}，已持续${at % 13}天。`];
  const numbers = [`HX-20260${1 + (at % 6)}01-${String(at).padStart(6, '0')}`];
  return {
    id: v7(),
    // Not in order of time, and some at the very same moment.
    at: now - ((at * 7919) % 500) * 86_400_000,
    text: plainTextOf({ words, names: [], sounds: [title], numbers, scopes: [`u${at % 5}`] }),
  };
}

async function add(texts: readonly Kept[], of = tenant): Promise<void> {
  await withTenant(db, of, async (tx) =>
    writeAll(
      tx,
      addText,
      texts.map((text) => ({ ...text, tenant: of, row: v7() })),
    ),
  );
  if (of === tenant) kept.push(...texts);
}

interface Asked {
  readonly after?: Hit;
  readonly since?: number;
  readonly heads?: number;
  /** Goes on after the end of the range. */
  readonly on?: boolean;
}

/** Everything a query finds, as the walk gives it and the text confirms. */
async function all(typed: string, { after, since, on, ...asked }: Asked = {}, of = tenant): Promise<string[]> {
  const query = readQuery(typed, [['噪声', '噪音']]);
  const read = await soundReader();
  const texts = new Map(kept.map((one) => [one.id, one.text]));
  return withTenant(db, of, async (tx: Tx) => {
    const going = await walk(tx, of, query, { after: after ?? null, since: since ?? null, ...asked });
    const ids: string[] = [];
    const toTheEnd = async () => {
      for (let hits = await going.next(); hits.length > 0; hits = await going.next())
        ids.push(...hits.map(({ id }) => id));
    };
    await toTheEnd();
    if (on === true) going.goOn();
    if (on === true) await toTheEnd();
    return ids.filter((id) => {
      const text = texts.get(id);
      return text !== undefined && found(query, text, read) !== undefined;
    });
  });
}

/** The same by looking at every text. */
async function sought(typed: string): Promise<string[]> {
  const query = readQuery(typed, [['噪声', '噪音']]);
  const read = await soundReader();
  const those = kept.filter(({ text }) => found(query, text, read) !== undefined);
  return those.sort((a, b) => inTime(b, a)).map(({ id }) => id);
}

beforeAll(async () => {
  await createTenant(db, { code: tenant, name: { zh: '清江区', en: 'Qingjiang' }, zone: 'Asia/Shanghai' }, now);
  // Ten small blocks, which are then merged into one, three more, and some that wait.
  for (let block = 0; block < 13; block++) {
    await add(Array.from({ length: 60 }, (_, at) => textAt(block * 60 + at)));
    await buildBlocks(services, tenant, 1);
  }
  await add(Array.from({ length: 40 }, (_, at) => textAt(2_000 + at)));
});

const queries = [
  '路灯',
  '路',
  '灯 东湖',
  '电梯困人',
  '“大道17号”',
  '噪声',
  'wifi',
  'wi',
  '长乐街18',
  'ludeng',
  'zsw',
  'yinhang',
  'xingren',
  'dtkr',
  'ludengbuli',
  '000017',
  'HX-20260401-000003',
  '没有人写过',
  '路灯 电梯',
  '1',
];

describe('what is searched', () => {
  it.each(queries)('“%s” finds what looking at every text finds, newest first', async (typed) => {
    expect(await all(typed)).toEqual(await sought(typed));
  });

  it.each(queries)(
    '“%s” finds the same when few blocks are known of at first, and when it goes on after a year',
    async (typed) => {
      const whole = await sought(typed);
      for (const heads of [1, 2, 5]) {
        expect(await all(typed, { heads })).toEqual(whole);
        expect(await all(typed, { heads, since: now - 200 * 86_400_000, on: true })).toEqual(whole);
      }
    },
  );

  it('is found by every two characters of its title, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: kept.length - 1 }), fc.nat({ max: 100 }), async (which, from) => {
        const title = [...(kept[which]?.text.words.split('\n')[0] ?? '')];
        const at = from % (title.length - 1);
        const piece = title.slice(at, at + 2).join('');
        const ids = await all(`"${piece}"`);
        expect(ids).toContain(kept[which]?.id);
        expect(ids).toEqual(await sought(`"${piece}"`));
      }),
      { numRuns: 60 },
    );
  });

  it('goes on after any of what was found, and no further back than asked', async () => {
    const whole = await all('路灯');
    const hits = new Map(kept.map((one) => [one.id, one]));
    for (const place of [0, 7, whole.length - 1]) {
      const after = hits.get(whole[place] ?? '');
      if (after === undefined) throw new Error('not found');
      expect(await all('路灯', { after })).toEqual(whole.slice(place + 1));
    }
    const since = now - 100 * 86_400_000;
    expect(await all('路灯', { since })).toEqual(whole.filter((id) => (hits.get(id)?.at ?? 0) >= since));
  });

  it('whatever text there is and whatever is typed, nothing breaks and every piece is found', async () => {
    const before = kept.length;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 2, maxLength: 30 }), async (title) => {
        const text = plainTextOf({ words: [title], names: [], sounds: [title], numbers: [], scopes: [] });
        if ([...text.words].length < 2) return;
        const one = { id: v7(), at: now - kept.length, text };
        await add([one]);
        for (const pieces = [...text.words]; pieces.length >= 2; pieces.shift()) {
          const piece = pieces.slice(0, 2).join('').trim();
          if (piece !== '') expect(await all(`"${piece}"`)).toContain(one.id);
        }
      }),
      { numRuns: 40 },
    );
    await buildBlocks(services, tenant, 1);
    for (const { id, text } of kept.slice(before)) {
      const piece = [...text.words].slice(0, 2).join('').trim();
      if (piece !== '') expect(await all(`"${piece}"`)).toContain(id);
    }
  });

  it.each([
    "'; drop table search_gram; --",
    '%',
    '_',
    '%%__',
    '🚧🔥',
    '\ud83d',
    '路'.repeat(4_000),
    '\u0000路灯',
    '"',
    '((((',
    '…，。',
  ])('hostile words %#: nothing breaks', async (typed) => {
    if (readQuery(typed, []).terms.length === 0) return;
    expect(await all(typed)).toEqual(await sought(typed));
  });

  it('of another district is not among it', async () => {
    await createTenant(db, { code: '440198', name: { zh: '邻区', en: 'Next' }, zone: 'Asia/Shanghai' }, now);
    const strange = textAt(0);
    await add([strange], '440198');
    await buildBlocks(services, '440198', 1);
    expect(await all('路灯')).not.toContain(strange.id);
    const query = readQuery('路灯', []);
    const hits = await withTenant(db, '440198', async (tx) =>
      (await walk(tx, '440198', query, { after: null, since: null })).next(),
    );
    expect(hits.map(({ id }) => id)).toEqual([strange.id]);
    // Row-level security stands behind the argument: asked for another district, it answers nothing.
    const crossed = await withTenant(db, tenant, async (tx) =>
      (await walk(tx, '440198', query, { after: null, since: null })).next(),
    );
    expect(crossed).toEqual([]);
  });
});

describe('blocks', () => {
  it('are few: small ones were merged, and those replaced are cleared away a minute later', async () => {
    const { rows } = await db.pool.query<{ live: number; all: number }>(
      `select count(*) filter (where replaced_at is null)::integer as live, count(*)::integer as all from search_block where tenant = $1`,
      [tenant],
    );
    expect(rows[0]?.live).toBeLessThan(8);
    expect(rows[0]?.all).toBeGreaterThan(8);
    const later = { ...services, now: () => now + 120_000 };
    while ((await buildBlocks(later, tenant)).cleared > 0);
    const { rows: left } = await db.pool.query<{ n: number }>(
      'select count(*)::integer as n from search_block where tenant = $1 and replaced_at is not null',
      [tenant],
    );
    expect(left[0]?.n).toBe(0);
    expect(await all('路灯')).toEqual(await sought('路灯'));
  });

  it('built anew hold the same, also when it was broken off half way', async () => {
    const ordered = [...new Map(kept.map((one) => [one.id, one])).values()].sort(inTime);
    let asked = 0;
    const source = async (_: Tx, after: Hit | null) => {
      asked += 1;
      if (asked === 3) throw new Error('broken off');
      return ordered.filter((one) => after === null || inTime(one, after) > 0).slice(0, 200);
    };
    // These stand in a block already, and are read again with all.
    await add(kept.splice(0, 30));
    await expect(rebuildBlocks(services, tenant, source)).rejects.toThrow('broken off');
    expect(await all('路灯')).toEqual(await sought('路灯'));
    expect(await rebuildBlocks(services, tenant, source)).toBe(ordered.length);
    for (const typed of queries) expect(await all(typed)).toEqual(await sought(typed));
    const { rows } = await db.pool.query<{ standing: number }>(
      `select sum(subjects)::integer + (select count(*)::integer from search_recent where tenant = $1) as standing
       from search_block where tenant = $1 and replaced_at is null`,
      [tenant],
    );
    expect(rows[0]?.standing).toBe(ordered.length);
  });
});
