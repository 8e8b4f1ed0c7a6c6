import { holidayYears } from '@huying/district/demo/calendar';

import { calendarOf } from '@huying/kit/calendar';
import { caseOperations } from '@huying/server/case';
import { linksOf } from '@huying/server/link';
import { testDatabase } from '@huying/testing/database';
import { type PromiseDistrict, promiseDistrict } from '@huying/testing/promise';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadBundle } from './bundle.ts';
import { inForceOn } from './in-force.ts';
import { promiseWorldOf } from './promise-world.ts';
import { requirePromise } from './requirement.ts';
import { timersOf } from './timers.ts';

const db = await testDatabase();
let at: PromiseDistrict;
let count = 0;
beforeEach(async () => {
  count += 1;
  at = await promiseDistrict(db, { now: '2026-07-01T09:00:00+08:00', tenant: `44019${count}` });
});

const happened = async (id: string, what: string) =>
  (await at.district.ledger(id)).filter((entry) => entry.what === what);

describe('an overdue part', () => {
  it('warns before, and opens one supervision case the day after, linked from both sides', async () => {
    const { id, number } = await at.promise({ indicators: [], due: '2026-07-20' });
    at.district.at('2026-07-13 08:00');
    expect(await at.fire()).toBe(0);
    at.district.at('2026-07-13 09:00');
    expect(await at.fire()).toBe(1);
    expect(await happened(id, 'warned')).toHaveLength(1);
    at.district.at('2026-07-20 23:00');
    expect(await at.fire()).toBe(0);
    at.district.at('2026-07-21 00:00');
    await Promise.all([at.fire(), at.fire()]);
    at.district.at('2026-07-21 00:05');
    await at.fire();
    const [raised, ...more] = await happened(id, 'raised');
    expect(more).toEqual([]);
    const { item } = (raised?.body ?? {}) as { item: string };
    const links = await at.district.inside((ctx) => linksOf(ctx, id));
    expect(links.filter(({ kind }) => kind === 'raised').map(({ to }) => to)).toEqual([{ kind: 'case', id: item }]);
    const view = await at.district.run('supervisor', caseOperations(at.services).read, { id: item });
    expect(view).toMatchObject({ type: { id: 'supervision-item' }, links: [{ kind: 'raised', id, to: 'from' }] });
    expect(view.fields.find(({ name }) => name === 'promiseNumber')?.value).toBe(number);
    const page = await at.district.run('supervisor', at.operations.read, { id });
    expect(page).toMatchObject({
      schedule: 'late',
      light: 'red',
      links: [{ kind: 'raised', subject: { id: item }, number: view.number }],
    });
    const told = (await at.district.sent('notice')).filter(({ body }) => body.case === id && body.what === 'late');
    expect(told.map(({ to }) => to)).toEqual([['supervisor', 'waterClerk', 'waterHead']]);
  });

  it('is each task of its own, by its own day', async () => {
    const tasks = [
      { title: '设计', due: '2026-07-10' },
      { title: '施工', due: '2026-08-10' },
    ];
    const { id } = await at.promise({ indicators: [], tasks });
    at.district.at('2026-07-12 09:00');
    await at.fire();
    const parts = (await happened(id, 'late')).map(({ body }) => (body as { title: string }).title);
    expect(parts).toEqual(['设计']);
    const [design] = (await at.district.run('supervisor', at.operations.read, { id })).tasks;
    expect(design?.title).toBe('设计');
  });

  it('is none where it was done in time, and none before the issue', async () => {
    const done = await at.promise({ indicators: [], due: '2026-07-10', tasks: [{ title: '一', due: '2026-07-05' }] });
    const [task] = (await at.district.run('supervisor', at.operations.read, { id: done.id })).tasks;
    await at.district.run('waterClerk', at.operations.reportTask, {
      id: done.id,
      task: task?.id ?? '',
      doneOn: '2026-07-01',
    });
    const drafted = await at.draft({ indicators: [], due: '2026-07-10' });
    at.district.at('2026-07-09 09:00');
    await at.fire();
    expect(await happened(done.id, 'late')).toEqual([]);
    at.district.at('2026-07-12 09:00');
    await at.fire();
    expect(await happened(drafted.id, 'late')).toEqual([]);
  });

  it('put off before it was due warns of its new day', async () => {
    const { id } = await at.promise({ indicators: [], due: '2026-07-10' });
    const asked = { id, what: 'due', new: '2026-07-30', reason: '雨季' };
    const { revision } = await at.district.run('waterHead', at.operations.askRevision, asked);
    await at.district.run('leader', at.operations.decideRevision, {
      id,
      revision,
      decision: 'approved',
      authority: '区政府',
      meeting: '常务会议',
      effectiveFrom: '2026-07-01',
    });
    at.district.at('2026-07-12 09:00');
    await at.fire();
    expect(await happened(id, 'late')).toEqual([]);
    at.district.at('2026-07-31 00:00');
    await at.fire();
    expect(await happened(id, 'late')).toHaveLength(1);
  });
});

describe('the reminder before a due day', () => {
  it('comes at nine by the clock on the wall, also on the day the clocks change', async () => {
    const { id } = await at.promise({ indicators: [], due: '2026-11-01' });
    const timers = await at.district.inside(async (ctx) => {
      const bundle = await loadBundle(ctx, await requirePromise(ctx, at.services, id));
      const world = await promiseWorldOf(ctx, at.services);
      // Summer time ends on 25 October, a week before the due day.
      const calendar = calendarOf({ zone: 'Europe/Berlin', years: holidayYears });
      return timersOf(bundle, inForceOn(bundle, world.today), { ...world, calendar });
    });
    expect(timers.map(({ rung, at: when }) => [rung, when])).toEqual([
      ['warn', Date.parse('2026-10-25T09:00:00+01:00')],
      ['late', Date.parse('2026-11-02T00:00:00+01:00')],
    ]);
  });
});

describe('three statuses that contradict one another', () => {
  it('raise themselves once, to the supervisor', async () => {
    const { id } = await at.promise({ indicators: [], due: '2026-07-05' });
    at.district.at('2026-07-06 08:00');
    await at.fire();
    const page = await at.district.run('supervisor', at.operations.read, { id });
    expect(page.disagrees).toBe(true);
    expect(page.disagreements.map((one) => one.id)).toEqual(['lateUnsaid']);
    expect(await happened(id, 'disagrees')).toHaveLength(1);
    await at.district.run('waterClerk', at.operations.addEvidence, { id, kind: 'record', words: '单据' });
    const step = (name: string, asked = {}) =>
      at.district.run('waterClerk', at.operations.step, { id, step: name, asked });
    await step('begin');
    await step('finish', { words: '完成' });
    expect(
      (await happened(id, 'disagrees')).map(({ body }) => (body as { disagreements: string[] }).disagreements),
    ).toEqual([['lateUnsaid'], ['doneInPart']]);
    const told = (await at.district.sent('notice')).filter(({ body }) => body.what === 'disagrees');
    expect(told.map(({ to }) => to)).toEqual([['supervisor'], ['supervisor']]);
  });
});
