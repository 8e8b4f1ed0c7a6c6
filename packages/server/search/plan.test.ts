import { testDatabase } from '@huying/testing/database';
import pg from 'pg';
import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { writeAll } from '../db/index.ts';
import { createTenant, withTenant } from '../tenant/index.ts';
import { addText, buildBlocks, plainTextOf, readQuery, walk } from './index.ts';

const db = await testDatabase();
const tenant = '440199';
const now = Date.UTC(2026, 6, 1);
const CASES = 50_000;
const parts = ['路灯', '井盖', '电梯', '噪音', '占道', '垃圾', '积水', '停车', '油烟', '扬尘', '树木', '围挡'];

/** Titles of four pairs of characters, a long tail of names among them. */
function textOf(at: number) {
  const rare = String.fromCodePoint(0x4e00 + ((at * 37) % 9_000), 0x4e00 + ((at * 101) % 900));
  const title = `${rare}路${at % 300}号${parts[at % 12]}${parts[(at * 5 + 1) % 12]}`;
  const numbers = [`HX-20260701-${String(at).padStart(6, '0')}`];
  const text = plainTextOf({ words: [title], names: [], sounds: [title], numbers, scopes: [`unit${at % 40}`] });
  return { tenant, row: v7(), id: v7(), at: now - (CASES - at) * 60_000, text };
}

beforeAll(async () => {
  await createTenant(db, { code: tenant, name: { zh: '清江区', en: 'Qingjiang' }, zone: 'Asia/Shanghai' }, now);
  for (let from = 0; from < CASES; from += 5_000) {
    const texts = Array.from({ length: 5_000 }, (_, at) => textOf(from + at));
    await withTenant(db, tenant, async (tx) => writeAll(tx, addText, texts));
  }
  await buildBlocks({ db, now: () => now, log: db.log }, tenant, 1);
  await db.pool.query('analyze');
}, 120_000);

/** The plans of the statements that look for something, as the role of the program runs them, and how many were asked. */
async function plansOf(typed: string, within: readonly (readonly string[])[] = []) {
  const plans: string[] = [];
  let found = 0;
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function explaining(this: pg.Client, config: unknown, ...rest: unknown[]) {
    const { text, values } = (config ?? {}) as { text?: string; values?: unknown[] };
    const again = () => Reflect.apply(original, this, [config, ...rest]) as unknown;
    if (typeof text !== 'string' || !text.includes('search_')) return again();
    return Reflect.apply(original, this, [{ text: `explain (costs off) ${text}`, values }]).then(
      (result: { rows: Record<string, string>[] }) => {
        plans.push(result.rows.map((row) => row['QUERY PLAN']).join('\n'));
        return again();
      },
    );
  } as typeof original;
  try {
    await withTenant(db, tenant, async (tx) => {
      const going = await walk(tx, tenant, readQuery(typed, [], within), { after: null, since: null });
      for (let hits = await going.next(); hits.length > 0 && found < 200; hits = await going.next())
        found += hits.length;
    });
  } finally {
    pg.Client.prototype.query = original;
  }
  return { plans, found };
}

it.each([
  ['路灯', 64],
  ['路', 64],
  ['号电梯', 64],
  ['000017', 1],
  ['ludeng', 64],
  ['ld', 64],
  ['没有人', 0],
  ['路灯 井盖', 64],
])('over fifty thousand texts “%s” reads lists and slots by their index', async (typed, least) => {
  const { plans, found } = await plansOf(typed);
  expect(found).toBeGreaterThanOrEqual(least);
  expect(plans.length).toBeGreaterThan(1);
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on search_(gram|slot)/);
  expect(
    plans.some((plan) => /Index (Only )?Scan .*search_gram_pkey|Bitmap Index Scan on search_gram_pkey/.test(plan)),
  ).toBe(true);
});

it('a common word takes a handful of statements, however many have it', async () => {
  const { plans, found } = await plansOf('路灯');
  expect(found).toBeGreaterThan(200);
  expect(plans.length).toBeLessThan(10);
});

it('a reader of few looks only at theirs', async () => {
  const { found } = await plansOf('路灯', [['unit7', 'unit12']]);
  expect(found).toBeGreaterThan(0);
  const all = await plansOf('号', [['unit12']]);
  expect(all.found).toBeGreaterThan(100);
});
