import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apps } from '@huying/apps';
import { demoDistrict } from '@huying/district/demo';
import { demoOpinions, demoProposals } from '@huying/district/demo/promises';
import { testDatabase } from '@huying/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../db/index.ts';
import { openFileFolder } from '../file/index.ts';
import { type Ctx, inTenant, theSystem } from '../ledger/index.ts';
import { promiseOperations } from '../promise/index.ts';
import type { ProgramServices } from './program-services.ts';
import { seedDistrict } from './seed-district.ts';
import { seedPromises } from './seed-promises.ts';
import { programServices } from './services.ts';

const database = testDatabase();
const NOW = Date.parse('2026-11-22T12:00:00+08:00');
const TWO_YEARS_MS = 2 * 365 * 86_400_000;

describe('the demo district’s year of promises', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huying-promises-'));
  let services: ProgramServices;
  const inside = <T>(work: (ctx: Ctx) => Promise<T>) =>
    inTenant(services, { tenant: demoDistrict.code, actor: theSystem }, work);
  const rows = <T extends object>(sql: string) => inside(({ tx }) => tx.rows<T>(sql, []));
  const counted = async (sql: string) => {
    const found = await rows<{ name: string; count: number }>(sql);
    return Object.fromEntries(found.map(({ name, count }) => [name, Number(count)]));
  };

  beforeAll(async () => {
    const whole = await programServices(await database, apps, silentLog);
    services = { ...whole, now: () => NOW, files: openFileFolder(folder) };
    await inside((ctx) => seedDistrict(ctx, services, NOW - TWO_YEARS_MS));
    await inside((ctx) => seedPromises(ctx, services, () => {}));
  }, 500_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has a report reviewed to its last item, and a plan issued under its number', async () => {
    const [report] = await rows<{ state: string; year: number }>('select state, year from work_report');
    expect(report).toEqual({ state: 'reviewed', year: 2026 });
    const decisions = await counted('select decision as name, count(*) from review_item group by 1');
    expect(decisions.open).toBeUndefined();
    for (const decision of ['accepted', 'corrected', 'split', 'dismissed'])
      expect(decisions[decision]).toBeGreaterThan(0);
    const [plan] = await rows<{ state: string; document: string }>('select state, document from plan');
    expect(plan).toEqual({ state: 'issued', document: '府办〔2026〕1号' });
  });

  it('has ten livelihood projects of the vote and 48 key projects of 126 亿元', async () => {
    const kinds = await counted('select kind as name, count(*) from promise group by 1');
    expect(kinds).toMatchObject({ livelihood: 10, project: 48 });
    const sourced = await rows<{ promise: string }>(
      `select distinct i.promise from review_item i join promise p on p.tenant = i.tenant and p.id = i.promise
         join promise_clause c on c.tenant = p.tenant and c.promise = p.id
       where i.candidate is not null and p.kind = 'livelihood' and p.report is not null`,
    );
    expect(sourced).toHaveLength(10);
    const [story] = await Promise.all(
      sourced
        .slice(0, 1)
        .map(({ promise }) => inside((ctx) => promiseOperations(services).story.run(ctx, { id: promise }))),
    );
    const kindsTold = [...new Set(story?.steps.map(({ kind }) => kind))];
    expect(kindsTold.filter((kind) => ['candidate', 'vote', 'clause', 'promise'].includes(kind))).toEqual([
      'candidate',
      'vote',
      'clause',
      'promise',
    ]);
    const classes = await counted(
      "select data->>'class' as name, count(*) from promise where kind = 'project' group by 1",
    );
    expect(classes.breakthrough).toBe(6);
    const [plan] = await rows<{ sum: number }>(
      `select sum(i.value)::float8 as sum from indicator i join promise p on p.tenant = i.tenant and p.id = i.promise
       where p.kind = 'project' and i.name = 'invested'`,
    );
    expect(plan?.sum).toBe(1_260_000);
  });

  it('shines as a year does: mostly green, some yellow, a few red, some only followed', async () => {
    const { lights, ...glance } = await inside((ctx) => promiseOperations(services).glance.run(ctx, { year: 2026 }));
    const { green = 0, yellow = 0, red = 0, none = 0, followed = 0 } = lights;
    const lit = Object.values(lights).reduce((sum, one) => sum + one, 0) - none - followed;
    expect(green / lit).toBeGreaterThan(0.6);
    expect(green / lit).toBeLessThan(0.82);
    expect(yellow / lit).toBeGreaterThan(0.12);
    expect(red / lit).toBeGreaterThan(0.04);
    expect(red / lit).toBeLessThan(0.12);
    expect(followed).toBeGreaterThan(5);
    expect(glance.total).toBe(lit + none + followed);
  });

  it('has what happens in a year: revisions, objections, late parts, proposals, bulletins', async () => {
    expect(await counted('select state as name, count(*) from revision group by 1')).toEqual({
      approved: 3,
      refused: 1,
    });
    expect(await rows('select id from objection where answered_at is null')).toEqual([]);
    const cases = await counted('select type as name, count(*) from case_record group by 1');
    expect(cases.opinion).toBe(demoOpinions.length);
    expect(cases.proposal).toBe(demoProposals.length);
    const [raised] = await rows<{ count: number }>(`select count(*)::int as count from link where kind = 'raised'`);
    expect(raised?.count).toBeGreaterThanOrEqual(2);
    const papers = await counted(`select kind as name, count(*) from bulletin where state = 'issued' group by 1`);
    expect(papers.bulletin).toBeGreaterThanOrEqual(3);
    const [future] = await rows<{ count: number }>(
      `select count(*)::int as count from ledger where at > to_timestamp(${NOW / 1000})`,
    );
    expect(future?.count).toBe(0);
  });
});
