import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testDatabase, testServices } from '@huying/testing/database';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createTenant } from '../../tenant/index.ts';
import { append, checkAnchors, inTenant, theSystem, writeAnchor } from '../index.ts';

const db = await testDatabase();
const services = testServices(db, '2026-07-01T00:30:00Z');
const tenant = '440199';
const folder = mkdtempSync(path.join(tmpdir(), 'huying-anchors-'));
await createTenant(db, { code: tenant, name: { zh: '清江区', en: 'Qingjiang' }, zone: 'UTC' }, services.now());
afterAll(() => rmSync(folder, { recursive: true }));

const anchor = () => writeAnchor(db, tenant, { now: services.now(), folder });
const write = (subject: string) =>
  inTenant(services, { tenant, actor: theSystem }, async (ctx) =>
    append(ctx, { subject, kind: 'toy', what: 'open', visibility: 'public', body: null }),
  );

let first = '';

beforeEach(async () => {
  await db.pool.query('truncate ledger, chain_head, anchor');
  services.clock.set('2026-07-01T00:30:00Z');
  first = services.id();
  await write(first);
  // Each anchor repeats the hour before the last one.
  services.clock.advance(2 * 3_600_000);
  await anchor();
  services.clock.advance(86_400_000);
  await write(services.id());
  await anchor();
});

describe('anchors', () => {
  it('hold the chains that grew since the day before, each file chained to the last', async () => {
    expect(await checkAnchors(db, tenant)).toEqual({ whole: true, files: 2, heads: 2 });
    const [header, ...lines] = readFileSync(path.join(folder, tenant, '2026-07-02.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(JSON.parse(header ?? '')).toMatchObject({ tenant, day: '2026-07-02' });
    expect(lines).toHaveLength(1);
  });

  it('are written once a day', async () => {
    const again = await anchor();
    await write(services.id());
    expect(await anchor()).toEqual(again);
  });

  it('betray a chain that was rewritten from its beginning, head and all', async () => {
    await db.pool.query('delete from ledger where subject = $1', [first]);
    await db.pool.query('delete from chain_head where subject = $1', [first]);
    await write(first);
    expect(await checkAnchors(db, tenant)).toMatchObject({ whole: false, reason: 'ledger', subject: first });
  });

  it('betray a file that was changed or taken away', async () => {
    const file = path.join(folder, tenant, '2026-07-01.jsonl');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}${text.split('\n')[1]}\n`);
    expect(await checkAnchors(db, tenant)).toMatchObject({ whole: false, reason: 'changed', file });
    rmSync(file);
    expect(await checkAnchors(db, tenant)).toMatchObject({ whole: false, reason: 'missing', file });
  });
});
