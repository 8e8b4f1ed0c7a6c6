import { createTenant } from '@huying/server/tenant';
import { fakeClock, testDatabase } from '@huying/testing/database';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../db/index.ts';
import { type Ctx, inTenant, theSystem } from '../ledger/index.ts';
import { addLink, dropLinks, linksButTo, linksFrom, linksOf, type Subject } from './index.ts';

const db = await testDatabase();
const clock = fakeClock('2026-07-01T08:00:00+08:00');
const services = { db, now: clock.now, id: () => v7(), log: silentLog };
const within = <T>(tenant: string, work: (ctx: Ctx) => Promise<T>) =>
  inTenant(services, { tenant, actor: theSystem }, work);
const subject = (): Subject => ({ kind: 'case', id: v7() });

beforeAll(async () => {
  for (const code of ['here', 'there']) {
    await createTenant(db, { code, name: { zh: '某区', en: 'District' }, zone: 'Asia/Shanghai' }, clock.now());
  }
});

describe('a link', () => {
  it('is told from both ends, the oldest first, with who and when', async () => {
    const [a, b, c] = [subject(), subject(), subject()];
    await within('here', (ctx) => addLink(ctx, 'merged', a, b));
    clock.advance(1000);
    await within('here', (ctx) => addLink(ctx, 'related', c, a));
    const links = await within('here', (ctx) => linksOf(ctx, a.id));
    expect(links.map(({ kind, from, to, by }) => ({ kind, from, to, by }))).toEqual([
      { kind: 'merged', from: a, to: b, by: '系统' },
      { kind: 'related', from: c, to: a, by: '系统' },
    ]);
    expect(links.map(({ at }) => at)).toEqual([clock.now() - 1000, clock.now()]);
    expect(await within('here', (ctx) => linksOf(ctx, b.id))).toEqual([links[0]]);
  });

  it('is told of one end alone, or of all but the many of a kind that lead to it', async () => {
    const [a, b, c, d] = [subject(), subject(), subject(), subject()];
    await within('here', (ctx) => addLink(ctx, 'merged', b, a));
    await within('here', (ctx) => addLink(ctx, 'merged', c, a));
    await within('here', (ctx) => addLink(ctx, 'related', d, a));
    await within('here', (ctx) => addLink(ctx, 'related', b, d));
    const ends = (links: readonly { readonly from: Subject; readonly to: Subject }[]) =>
      links.map(({ from, to }) => [from.id, to.id]);
    expect(ends(await within('here', (ctx) => linksButTo(ctx, 'merged', a.id)))).toEqual([[d.id, a.id]]);
    expect(ends(await within('here', (ctx) => linksButTo(ctx, 'merged', b.id)))).toEqual([
      [b.id, a.id],
      [b.id, d.id],
    ]);
    expect(ends(await within('here', (ctx) => linksFrom(ctx, 'merged', b.id)))).toEqual([[b.id, a.id]]);
    expect(await within('there', (ctx) => linksFrom(ctx, 'merged', b.id))).toEqual([]);
  });

  it('is set once, however often it is asked for', async () => {
    const [a, b] = [subject(), subject()];
    expect(await within('here', (ctx) => addLink(ctx, 'joint', a, b))).toBe(true);
    expect(await within('here', (ctx) => addLink(ctx, 'joint', a, b))).toBe(false);
    expect(await within('here', (ctx) => linksOf(ctx, a.id))).toHaveLength(1);
  });

  it('that was dropped is gone from both ends, and may be set again', async () => {
    const [a, b] = [subject(), subject()];
    await within('here', (ctx) => addLink(ctx, 'merged', a, b));
    expect(await within('there', (ctx) => dropLinks(ctx, 'merged', a.id))).toBe(0);
    expect(await within('here', (ctx) => dropLinks(ctx, 'merged', b.id))).toBe(0);
    expect(await within('here', (ctx) => dropLinks(ctx, 'merged', a.id))).toBe(1);
    expect(await within('here', (ctx) => linksOf(ctx, b.id))).toEqual([]);
    expect(await within('here', (ctx) => addLink(ctx, 'merged', a, b))).toBe(true);
  });

  it('merges a subject into one other only', async () => {
    const [a, b, c] = [subject(), subject(), subject()];
    await within('here', (ctx) => addLink(ctx, 'merged', a, b));
    await expect(within('here', (ctx) => addLink(ctx, 'merged', a, c))).rejects.toThrow(/link_merged/);
  });

  it('does not join a subject to itself', async () => {
    const a = subject();
    await expect(within('here', (ctx) => addLink(ctx, 'related', a, a))).rejects.toThrow(/check constraint/);
  });

  it('is not seen in another district', async () => {
    const [a, b] = [subject(), subject()];
    await within('here', (ctx) => addLink(ctx, 'related', a, b));
    expect(await within('there', (ctx) => linksOf(ctx, a.id))).toEqual([]);
  });
});
