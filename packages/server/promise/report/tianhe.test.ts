import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openBytes } from '@huying/reader/formats';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, type PersonName, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { promiseWorldOf } from '../core/promise-world.ts';
import { reportOperations } from './operations.ts';
import { digestOf, type PlanContent } from './plan-content.ts';
import { planContent } from './read-plan.ts';
import type { ItemView } from './report-schema.ts';

const file = path.resolve(import.meta.dirname, '../../../../../shared/data/reports/tianhe-2020.txt');
const isThere = existsSync(file);
if (!isThere) console.warn(`The report of Tianhe is not at ${file}: its year is not walked through.`);

describe.skipIf(!isThere)('the report of Tianhe, 2020, from its text to issued work', () => {
  const database = testDatabase();
  let here: CaseDistrict;
  let reports: ReturnType<typeof reportOperations>;
  let report: string;
  let text: string;

  const run = <I, O>(who: PersonName, operation: Parameters<typeof here.run<I, O>>[1], input: I) =>
    here.run(who, operation, input);
  const itemsNow = async () => (await run('reportEditor', reports.items, { report })).items;
  const seen = ({ no, version }: ItemView) => ({ report, no, version });

  beforeAll(async () => {
    here = await testDistrict(await database, { now: '2026-07-01T09:00:00+08:00' });
    reports = reportOperations(here.services);
    ({ text } = await openBytes(readFileSync(file)));
  });

  it('is refused as another district’s, and taken where that is said to be meant', async () => {
    await expect(run('reportEditor', reports.upload, { text })).rejects.toMatchObject({ code: 'report.otherPlace' });
    await expect(run('reportEditor', reports.upload, { text, year: 2021, despite: ['place'] })).rejects.toMatchObject({
      code: 'report.otherYear',
    });
    const done = await run('reportEditor', reports.upload, { text, despite: ['place'] });
    expect(done).toMatchObject({ year: 2020, edition: 1, kept: 0 });
    report = done.id;
    await expect(run('reportEditor', reports.upload, { text, despite: ['place'] })).rejects.toMatchObject({
      code: 'report.sameText',
    });
  });

  it('is laid out sentence by sentence, each exactly as it stands in the text', async () => {
    const view = await run('reportEditor', reports.read, { report });
    const characters = [...text];
    expect(view.sentences.length).toBeGreaterThan(300);
    for (const { start, stop, words } of view.sentences) expect(characters.slice(start, stop).join('')).toBe(words);
    const items = await itemsNow();
    const count = (kind: string) => items.filter((item) => item.kind === kind).length;
    expect(items.length).toBeGreaterThan(100);
    // Every number the reader takes for a target stands in exactly one item.
    expect(items.flatMap(({ proposed }) => proposed.indicators)).toHaveLength(69);
    expect(count('livelihood')).toBe(10);
    const training = items.find(({ proposed }) => proposed.indicators.some(({ label }) => label === '补贴性培训'));
    expect(training?.proposed).toMatchObject({ due: '2020-12-31', dueWords: '全年' });
    expect(training?.proposed.indicators[0]).toMatchObject({ value: 1.6, unit: '万人次', kind: 'new' });
  });

  it('is reviewed to the last item: certain ones accepted, some corrected, one split, two merged, others dismissed', async () => {
    const leaders = (await run('reportEditor', reports.read, { report })).leaders;
    const { water, roads } = here.units;
    const assignment = { lead: water, assisting: [roads], leader: leaders[0]?.post ?? null };
    const items = await itemsNow();
    const doubtful = items.filter(({ doubt }) => doubt !== null);
    const certain = items.filter(({ doubt }) => doubt === null);
    const [split, first, second, ...rest] = certain.filter(({ kind }) => kind === 'task');
    if (split === undefined || first === undefined || second === undefined) throw new Error('too few items');

    const parts = [0, 1].map((at) => ({ corrections: { title: `${split.proposed.title}（${at + 1}）` } }));
    const { made, item } = await run('reportEditor', reports.split, { ...seen(split), parts });
    expect(item.decision).toBe('split');
    expect(made.map(({ origins, decision }) => [origins, decision])).toEqual([
      [[split.no], 'open'],
      [[split.no], 'open'],
    ]);
    const merged = await run('reportEditor', reports.merge, {
      report,
      items: [first, second].map(({ no, version }) => ({ no, version })),
    });
    expect(merged.made[0]?.clauses).toEqual([...first.clauses, ...second.clauses].sort((a, b) => a - b));

    for (const one of doubtful) await run('reportEditor', reports.dismiss, { ...seen(one), reason: '只是小标题' });
    const others = certain.filter((one) => one !== split && one !== first && one !== second);
    for (const one of [...made, ...merged.made, ...others]) {
      const corrections = rest.slice(0, 3).includes(one)
        ? { due: '2020-09-30', title: `修改：${one.proposed.title}`.slice(0, 80) }
        : undefined;
      const input = { ...seen(one), assignment, ...(corrections === undefined ? {} : { corrections }) };
      await run('reportEditor', reports.accept, input);
    }
    const { progress, state } = await run('reportEditor', reports.items, { report });
    expect(state).toBe('reviewed');
    expect(progress).toEqual({
      total: items.length + 3,
      open: 0,
      accepted: certain.length - 3 + 3 - 3,
      corrected: 3,
      split: 1,
      merged: 2,
      dismissed: doubtful.length,
    });
  });

  it('becomes a plan that is consulted on, decided, and issued once under its number', async () => {
    const { id: plan } = await run('reportEditor', reports.draftPlan, { report });
    await expect(run('reportEditor', reports.draftPlan, { report })).rejects.toMatchObject({ code: 'report.planOpen' });
    const view = () => run('reportEditor', reports.readPlan, { plan });
    const drafted = await view();
    const made = (await itemsNow()).filter(({ promise }) => promise !== null);
    expect(drafted.lines).toHaveLength(made.length);
    expect(drafted.lines.map(({ no }) => no)).toEqual(made.map((_, index) => index + 1));

    await run('reportEditor', reports.sendPlan, { plan, due: '2026-07-10' });
    const line = drafted.lines[0];
    if (line === undefined) throw new Error('no line');
    await run('waterHead', reports.answerPlan, {
      plan,
      comments: [{ promise: line.promise, words: '建议完成时限延至年底。' }],
    });
    const early = { plan, meeting: '区政府第12次常务会议', decidedOn: '2026-07-01' };
    await expect(run('reportEditor', reports.decidePlan, early)).rejects.toMatchObject({ code: 'report.sheetsOpen' });
    here.at('2026-07-13 09:00');
    const decision = { ...early, decidedOn: '2026-07-13' };
    await expect(run('reportEditor', reports.decidePlan, decision)).rejects.toMatchObject({
      code: 'report.commentsOpen',
    });
    await run('reportEditor', reports.changeLine, { plan, promise: line.promise, due: '2020-12-31' });
    const [comment] = (await view()).comments;
    await run('reportEditor', reports.settleComment, {
      plan,
      comment: comment?.id ?? '',
      outcome: 'taken',
      reply: '已调整。',
    });
    await run('reportEditor', reports.decidePlan, decision);
    expect((await view()).sheets.map(({ answer }) => answer).sort()).toEqual(['comments', 'silent']);

    const issued = await run('reportEditor', reports.issuePlan, { plan, issuedOn: '2026-07-13' });
    expect(issued).toMatchObject({ state: 'issued', document: '府办〔2026〕1号' });
    const content = await here.inside((ctx) => planContent(ctx, here.services, plan));
    const { digest, ...frozen } = content;
    expect(digest).toBe(digestOf(frozen as PlanContent));
    expect(content.count).toBe(made.length);
    expect(content.sections.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(made.length);
    expect(content.sections.flatMap(({ lines }) => lines.map(({ no }) => no))).toEqual(
      made.map((_, index) => index + 1),
    );
    const targets = content.sections.flatMap(({ lines }) => lines.map(({ target }) => target));
    expect(targets.some((target) => target.includes('确保全年签约项目60个；'))).toBe(true);
    const numbers = (await itemsNow()).flatMap(({ promise }) => (promise === null ? [] : [promise]));
    expect(numbers.every((promise) => promise.issued)).toBe(true);
    const { today } = await here.inside((ctx) => promiseWorldOf(ctx, here.services));
    expect(today).toBe('2026-07-13');
  });

  it('keeps the targets it was read with: every number of an accepted item is an indicator of its promise', async () => {
    const accepted = (await itemsNow()).filter(({ decision }) => decision === 'accepted');
    const wanted = accepted.flatMap(({ proposed }) => proposed.indicators);
    const stretch = wanted.filter((indicator) => indicator.stretch !== null).length;
    const kept = await here.inside(({ tx, tenant }) =>
      tx.rows<{ label: string; value: number }>(
        `select i.label, i.value::float8 as value from indicator i join review_item r on r.tenant = i.tenant and r.promise = i.promise
         where i.tenant = $1 and r.decision = 'accepted'`,
        [tenant],
      ),
    );
    expect(kept).toHaveLength(wanted.length + stretch);
    const sum = (values: readonly number[]) => Math.round(values.reduce((a, b) => a + b, 0) * 100) / 100;
    const falling = new Set(
      wanted.filter(({ direction, kind }) => direction === -1 && kind === 'growth').map(({ label }) => label),
    );
    const signed = wanted.map(({ label, value }) => (falling.has(label) ? -value : value));
    expect(sum(kept.map(({ value }) => value))).toBe(sum(signed));
  });
});
