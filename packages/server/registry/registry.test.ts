import { createTenant, withTenant } from '@huying/server/tenant';
import { fakeClock, testDatabase } from '@huying/testing/database';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../db/index.ts';
import { inTenant, runOperation, theSystem, timeline } from '../ledger/index.ts';
import { type RegistryViews, registryOperations, registryViews } from './index.ts';
import type { RecordDraft } from './record.ts';
import { areas, because, ware, wares } from './toy-registries.ts';

const db = await testDatabase();
const clock = fakeClock('2026-07-01T08:00:00+08:00');
const services = { db, now: clock.now, id: () => v7(), log: silentLog };
const views = registryViews();
const operations = registryOperations([areas, wares], views);
const day = 86_400_000;

let tenant = '';
let districts = 0;
beforeEach(async () => {
  tenant = `district-${++districts}`;
  await createTenant(db, { code: tenant, name: { zh: '某区', en: 'District' }, zone: 'Asia/Shanghai' }, clock.now());
});

const call = <I>(input: I) => ({ tenant, actor: theSystem, input });
const put = (record: RecordDraft, from?: number) =>
  runOperation(
    services,
    operations.putRecord,
    call({ registry: 'ware', record, ...because, ...(from ? { from } : {}) }),
  );
const retire = (code: string, from?: number) =>
  runOperation(
    services,
    operations.retireRecord,
    call({ registry: 'ware', code, ...because, ...(from ? { from } : {}) }),
  );
const read = (code: string, at?: number) =>
  runOperation(services, operations.readRecord, call({ registry: 'ware', code, ...(at ? { at } : {}) }));
const importAll = (records: RecordDraft[]) =>
  runOperation(services, operations.importRecords, call({ registry: 'ware', records, ...because }));

describe('a record', () => {
  it('keeps what it said, from when, on whose word and why', async () => {
    await put(ware('a', 1));
    await put(ware('a', 2), clock.now() + day);
    const today = await read('a');
    expect(today.record).toMatchObject({ code: 'a', version: 1, data: { price: 1 }, validTo: clock.now() + day });
    expect((await read('a', clock.now() + day)).record.data).toEqual({ price: 2 });
    expect(today.history.map(({ version, setBy, reason, source }) => [version, setBy, reason, source])).toEqual([
      [2, '系统', '调整价格', '商发〔2026〕1号'],
      [1, '系统', '调整价格', '商发〔2026〕1号'],
    ]);
  });

  it('leaves a ledger row for each change and none where nothing changed', async () => {
    const { id } = await put(ware('a', 1));
    expect((await put(ware('a', 1))).outcome).toBe('unchanged');
    await put(ware('a', 2));
    await retire('a');
    const entries = await withTenant(db, tenant, (tx) => timeline({ tx, tenant }, id, { for: 'internal' }));
    expect(entries.map(({ kind, what }) => `${kind} ${what}`)).toEqual(['record put', 'record put', 'record retire']);
  });

  it('that is retired is no longer chosen, and is still read by what points to it', async () => {
    const from = clock.now();
    await put(ware('a', 1), from - 2 * day);
    await retire('a');
    const { inEffect, record } = await read('a');
    expect([inEffect, record.data]).toEqual([false, { price: 1 }]);
    expect((await read('a', from - day)).inEffect).toBe(true);
    await expect(retire('a')).rejects.toMatchObject({ code: 'registry.retired' });
    await expect(retire('b')).rejects.toMatchObject({ code: 'registry.recordUnknown' });
    expect((await put(ware('a', 1), from + day)).version).toBe(2);
  });

  it('with others in effect below it is not retired', async () => {
    await put(ware('a', 1));
    await put(ware('b', 1, 'a'));
    await expect(retire('a')).rejects.toMatchObject({ code: 'registry.hasChildren', params: { code: 'a', count: 1 } });
    await retire('b');
    await retire('a');
  });

  it('takes everything below it along when it moves', async () => {
    for (const [code, parent] of [
      ['a', null],
      ['b', 'a'],
      ['c', 'b'],
      ['z', null],
      ['a0', null],
    ] as const) {
      await put(ware(code, 1, parent));
    }
    await put(ware('b', 1, 'z'), clock.now() + 1);
    expect((await read('c')).record.path).toBe('/z/b/c');
    expect((await read('a0')).record.path).toBe('/a0');
    await expect(put(ware('z', 1, 'c'))).rejects.toMatchObject({ code: 'registry.parentLoop' });
  });

  it('of a registry nobody declared is refused', async () => {
    const input = { registry: 'nothing', code: 'a' };
    await expect(runOperation(services, operations.readRecord, call(input))).rejects.toMatchObject({
      code: 'registry.unknown',
    });
  });

  it('entered by many at once is there once, with every version in a row', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, price) => put(ware('a', price))));
    const { history } = await read('a');
    expect(history.map(({ version }) => version)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(history.filter(({ validTo }) => validTo === null)).toHaveLength(1);
  });
});

describe('an import of records', () => {
  it('enters children before their parents, refuses wrong rows one by one, and can be run again', async () => {
    const rows = [ware('c', 1, 'b'), ware('b', 1, 'a'), ware('a', 1), ware('d', -1), ware('e', 1, 'd'), ware('a', 9)];
    const first = await importAll(rows);
    expect(first).toMatchObject({ created: 3, added: 0, unchanged: 0, missing: [] });
    expect(first.errors.map(({ row, code, path }) => [row, code, path])).toEqual([
      [4, 'd', '/data/price'],
      [5, 'e', ''],
      [6, 'a', '/code'],
    ]);
    expect((await read('c')).record.path).toBe('/a/b/c');
    expect(await importAll(rows.slice(0, 3))).toMatchObject({ created: 0, added: 0, unchanged: 3, errors: [] });
  });

  it('never takes out of use what it does not name: it is told, and old cases keep pointing to it', async () => {
    await importAll([ware('a', 1), ware('b', 1)]);
    clock.advance(day);
    expect(await importAll([ware('b', 2)])).toMatchObject({ added: 1, missing: ['a'] });
    expect(await read('a')).toMatchObject({ inEffect: true, record: { data: { price: 1 } } });
    expect((await read('b', clock.now() - day)).record.data).toEqual({ price: 1 });
  });

  it('moves a record and finds the new place for what comes below it in the same run', async () => {
    await importAll([ware('a', 1), ware('b', 1), ware('m', 1, 'a'), ware('n', 1, 'm')]);
    await importAll([ware('o', 1, 'n'), ware('m', 1, 'b')]);
    expect((await read('n')).record.path).toBe('/b/m/n');
    expect((await read('o')).record.path).toBe('/b/m/n/o');
  });
});

describe('a list of records', () => {
  const list = (input: object) => runOperation(services, operations.listRecords, call({ registry: 'ware', ...input }));

  it('goes page by page in the order of the codes, below a parent or at the top', async () => {
    await importAll([...'edcba'].map((code) => ware(code, 1)).concat(ware('a1', 1, 'a')));
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(after ? { after } : {}) });
      pages.push(page.items.map(({ code }) => code));
      after = page.next;
    } while (after !== undefined);
    expect(pages).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect((await list({ parent: 'a' })).items.map(({ code }) => code)).toEqual(['a1']);
  });

  it('finds by the beginning of code or name, taking % and _ for what they are', async () => {
    await importAll([ware('a1', 1, null, '苹果'), ware('b1', 1, null, '大苹果'), ware('c%', 1, null, '100%果汁')]);
    const codes = async (q: string) => (await list({ q })).items.map(({ code }) => code);
    expect(await codes('苹')).toEqual(['a1']);
    expect(await codes('b')).toEqual(['b1']);
    expect(await codes('%')).toEqual([]);
    expect(await codes('c%')).toEqual(['c%']);
  });
});

describe('the registries of a district', () => {
  const priceIn = (these: RegistryViews) =>
    inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
      const view = await these.current(ctx.tx, ctx.tenant, ctx.now);
      return view.get('ware', 'a', ctx.now)?.data.price;
    });

  it('are read again at once after a change made here', async () => {
    expect(await priceIn(views)).toBeUndefined();
    await put(ware('a', 1));
    expect(await priceIn(views)).toBe(1);
    await put(ware('a', 2));
    expect(await priceIn(views)).toBe(2);
    await retire('a');
    expect(await priceIn(views)).toBeUndefined();
  });

  it('are read again within a second after a change made by another process', async () => {
    const elsewhere = registryViews();
    expect(await priceIn(elsewhere)).toBeUndefined();
    await put(ware('a', 1));
    clock.advance(1000);
    expect(await priceIn(elsewhere)).toBe(1);
  });

  it('are not held as looked at when they changed while they were looked at', async () => {
    await put(ware('a', 1));
    const fresh = registryViews();
    await inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
      const looking = fresh.current(ctx.tx, ctx.tenant, ctx.now);
      fresh.forget(tenant);
      await looking;
    });
    await put(ware('a', 2));
    expect(await priceIn(fresh)).toBe(2);
  });
});
