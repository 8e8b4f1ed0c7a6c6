import { runOperation } from '@huying/server/ledger';
import { createPostOperation } from '@huying/server/org';
import { testDatabase } from '@huying/testing/database';
import { refusalOf } from '@huying/testing/district';
import { type PromiseDistrict, promiseDistrict } from '@huying/testing/promise';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let at: PromiseDistrict;
beforeAll(async () => {
  at = await promiseDistrict(db, { now: '2026-07-01T09:00:00+08:00' });
});

const look = { method: 'site' as const, result: 'true' as const };

describe('verification', () => {
  it('is by another person than the doer: the account counts, not the post', async () => {
    const { district, operations, services } = at;
    const { id } = await at.promise();
    await district.run('waterClerk', operations.observe, { id, indicator: 'length', value: 4, asOf: '2026-06-30' });
    const { account } = district.posts.waterClerk;
    const made = await district.run('system', createPostOperation(['verifier']), {
      account,
      unit: district.units.district,
      role: 'verifier',
    });
    district.clock.advance(1000);
    const actor = { kind: 'person' as const, account, post: made.id, name: 'waterClerk' };
    const asVerifier = runOperation(services, operations.verify, {
      tenant: district.tenant,
      actor,
      input: { id, ...look },
    });
    expect(await refusalOf(asVerifier)).toBe('promise.doer');
    await district.run('verifier', operations.verify, { id, ...look });
  });

  it('is by nobody who has a post in the unit that leads, whichever they come through', async () => {
    const { district, operations, services } = at;
    const { id } = await at.promise({ indicators: [], tasks: [{ title: '设计' }] });
    const [task] = (await district.run('supervisor', operations.read, { id })).tasks;
    const reported = { id, task: task?.id ?? '', doneOn: '2026-06-30' };
    await district.run('waterClerk', operations.reportTask, reported);
    const { account } = district.posts.pumpsClerk;
    const outer = await district.run('system', createPostOperation(['verifier']), {
      account,
      unit: district.units.district,
      role: 'verifier',
    });
    district.clock.advance(1000);
    const actor = { kind: 'person' as const, account, post: outer.id, name: 'pumpsClerk' };
    const as = { tenant: district.tenant, actor };
    const input = { id, ...look, task: reported.task };
    expect(await refusalOf(runOperation(services, operations.verify, { ...as, input }))).toBe('promise.insider');
    const seen = await runOperation(services, operations.read, { ...as, input: { id } });
    expect(seen.may).not.toContain('verify');
    await district.run('verifier', operations.verify, input);
  });

  it('is not by the unit that leads, and needs something to look at', async () => {
    const { district, operations } = at;
    const { id } = await at.promise();
    expect(await refusalOf(district.run('verifier', operations.verify, { id, ...look }))).toBe(
      'promise.nothingToVerify',
    );
    await district.run('waterClerk', operations.addEvidence, { id, kind: 'record', words: '现场' });
    expect(await refusalOf(district.run('waterVerifier', operations.verify, { id, ...look }))).toBe('access.denied');
    expect(await refusalOf(district.run('waterHead', operations.verify, { id, ...look }))).toBe('access.denied');
  });

  it('settles a reported task: true is done, false is open again', async () => {
    const { district, operations } = at;
    const { id } = await at.promise({ indicators: [], tasks: [{ title: '设计' }, { title: '施工', weight: 3 }] });
    const read = () => district.run('supervisor', operations.read, { id });
    const [design, works] = (await read()).tasks;
    const report = (task: string) =>
      district.run('waterClerk', operations.reportTask, { id, task, doneOn: '2026-06-30' });
    await report(design?.id ?? '');
    expect((await read()).rate).toBe(0);
    await district.run('verifier', operations.verify, { id, ...look, task: design?.id ?? '' });
    expect((await read()).rate).toBe(0.25);
    await report(works?.id ?? '');
    await district.run('verifier', operations.verify, { id, ...look, result: 'false', task: works?.id ?? '' });
    const view = await read();
    expect(view.tasks.map(({ state }) => state)).toEqual(['done', 'open']);
    expect(view.rate).toBe(0.25);
    const again = district.run('verifier', operations.verify, { id, ...look, task: works?.id ?? '' });
    expect(await refusalOf(again)).toBe('promise.taskState');
  });

  it('that finds another value stands beside what the unit said and counts before it', async () => {
    const { district, operations } = at;
    const { id } = await at.promise();
    const entered = { id, indicator: 'length', value: 8, asOf: '2026-06-30' };
    const { observation } = await district.run('waterClerk', operations.observe, entered);
    await district.run('verifier', operations.verify, {
      id,
      ...look,
      result: 'partly',
      observation,
      value: 6,
      words: '实测6公里',
    });
    const view = await district.run('supervisor', operations.read, { id });
    expect(view.indicators[0]?.observations.map(({ value, source }) => [value, source])).toEqual([
      [8, 'self'],
      [6, 'verified'],
    ]);
    expect(view.rate).toBe(0.6);
    await district.run('verifier', operations.verify, { id, ...look, indicator: 'length', value: 6 });
    const { timeline } = await district.run('supervisor', operations.read, { id });
    const told = timeline.filter(({ what }) => what === 'verified').flatMap(({ texts }) => texts);
    expect(told.map(({ text }) => text.zh)).toEqual(['实测6公里', '6公里']);
  });
});

describe('a split', () => {
  it('conserves the weight of the task, whatever the shares', async () => {
    const { district, operations } = at;
    const { id } = await at.promise({
      indicators: [],
      tasks: [{ title: '施工', weight: 7, due: '2026-09-01' }, { title: '验收' }],
    });
    const read = () => district.run('supervisor', operations.read, { id });
    const [works] = (await read()).tasks;
    const into = [
      { title: '北段', weight: 1 },
      { title: '中段', weight: 1 },
      { title: '南段', weight: 1 },
    ];
    await district.run('waterHead', operations.splitTask, { id, task: works?.id ?? '', into });
    const parts = (await read()).tasks.filter(({ parent }) => parent === works?.id);
    expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(7, 10);
    expect(parts.map(({ due }) => due)).toEqual(['2026-09-01', '2026-09-01', '2026-09-01']);
    const again = district.run('waterHead', operations.splitTask, { id, task: works?.id ?? '', into });
    expect(await refusalOf(again)).toBe('promise.taskState');
    const tooLate = [{ title: '甲', due: '2026-09-02' }, { title: '乙' }];
    const part = { id, task: parts[0]?.id ?? '', into: tooLate };
    expect(await refusalOf(district.run('waterHead', operations.splitTask, part))).toBe('promise.taskAfterDue');
  });
});
