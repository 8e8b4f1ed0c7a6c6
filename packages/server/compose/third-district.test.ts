import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OfficialDocument } from '@huying/kit/document';
import { openBytes } from '@huying/reader/formats';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, type PersonName, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { bulletinOperations, promiseOperations, reportOperations } from '../promise/index.ts';

const file = path.resolve(import.meta.dirname, '../../../../shared/data/reports/tianhe-2020.txt');
const isThere = existsSync(file);
if (!isThere) console.warn(`The report of Tianhe is not at ${file}: it is not carried to its board.`);

const YEAR = 2020;

describe.skipIf(!isThere)('a third district’s year, from a real report to its board, bulletin and appendix', () => {
  const database = testDatabase();
  let here: CaseDistrict;
  let promises: ReturnType<typeof promiseOperations>;
  let papers: ReturnType<typeof bulletinOperations>;
  let made: readonly { readonly promise: string; readonly kind: string }[];

  const run = <I, O>(who: PersonName, operation: Parameters<typeof here.run<I, O>>[1], input: I) =>
    here.run(who, operation, input);
  const glance = () => run('leader', promises.glance, { year: YEAR });
  const summed = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, one) => sum + one, 0);

  beforeAll(async () => {
    here = await testDistrict(await database, { now: '2026-07-01T09:00:00+08:00' });
    const reports = reportOperations(here.services);
    promises = promiseOperations(here.services);
    papers = bulletinOperations(here.services);
    const { text } = await openBytes(readFileSync(file));
    const { id: report } = await run('reportEditor', reports.upload, { text, despite: ['place'] });
    const { items } = await run('reportEditor', reports.items, { report });
    const { leaders } = await run('reportEditor', reports.read, { report });
    const { water, roads } = here.units;
    // The reviewer of this test: whatever the reader doubts is left out, the rest taken, led in turn by two units.
    for (const [index, { no, version, doubt, proposed }] of items.entries()) {
      const seen = { report, no, version };
      if (doubt !== null) {
        await run('reportEditor', reports.dismiss, { ...seen, reason: '只是小标题或表态' });
        continue;
      }
      const [lead, other] = index % 2 === 0 ? [water, roads] : [roads, water];
      const assignment = { lead, assisting: [other], leader: leaders[0]?.post ?? null };
      const dated = proposed.due === null ? { corrections: { due: `${YEAR}-12-31` } } : {};
      await run('reportEditor', reports.accept, { ...seen, assignment, ...dated });
    }
    const { id: plan } = await run('reportEditor', reports.draftPlan, { report });
    await run('reportEditor', reports.sendPlan, { plan, due: '2026-07-03' });
    here.at('2026-07-06 09:00');
    await run('reportEditor', reports.decidePlan, { plan, meeting: '区政府常务会议', decidedOn: '2026-07-06' });
    await run('reportEditor', reports.issuePlan, { plan, issuedOn: '2026-07-06' });
    const { items: reviewed } = await run('reportEditor', reports.items, { report });
    made = reviewed.flatMap(({ promise, kind }) => (promise === null ? [] : [{ promise: promise.id, kind }]));
  }, 300_000);

  it('shows every promise on the board, in exactly one colour or without data', async () => {
    const { total, lights, groups } = await glance();
    expect(total).toBe(made.length);
    expect(summed(lights)).toBe(total);
    for (const by of new Set(groups.map((group) => group.by))) {
      const own = groups.filter((group) => group.by === by);
      expect(
        own.reduce((sum, group) => sum + group.total, 0),
        by,
      ).toBe(total);
      for (const group of own) expect(summed(group.lights)).toBe(group.total);
    }
  });

  it('makes a bulletin and an appendix whose totals reconcile with the board, and signs them', async () => {
    const { total } = await glance();
    for (const kind of ['bulletin', 'appendix'] as const) {
      const draft = await run('reportEditor', papers.draft, { kind, year: YEAR, asOf: '2026-07-06' });
      const view = await run('supervisor', papers.read, { id: draft.id });
      expect(view).toMatchObject({ discrepancies: [], whole: true });
      const { body, annexes } = view.document as OfficialDocument;
      const tables = [...body, ...annexes.flatMap((annex) => annex.body)].flatMap((block) =>
        block.block === 'table' ? [block.table] : [],
      );
      if (kind === 'bulletin') expect(tables.find(({ id }) => id === 'all')?.rows).toHaveLength(total);
      expect(tables.length).toBeGreaterThan(0);
      const issued = await run('leader', papers.issue, { id: draft.id, version: draft.version });
      expect(issued.state).toBe('issued');
    }
  });
});
