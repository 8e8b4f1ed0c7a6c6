import { testDatabase } from '@huying/testing/database';
import type { PersonName } from '@huying/testing/district';
import { refusalOf } from '@huying/testing/district';
import { type PromiseDistrict, promiseDistrict } from '@huying/testing/promise';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let at: PromiseDistrict;
beforeAll(async () => {
  at = await promiseDistrict(db, { now: '2026-07-01T09:00:00+08:00' });
});

const read = (who: PersonName, id: string, asOf?: string) =>
  at.district.run(who, at.operations.read, { id, ...(asOf === undefined ? {} : { asOf }) });
const step = (who: PersonName, id: string, name: string, asked: Record<string, unknown> = {}) =>
  at.district.run(who, at.operations.step, { id, step: name, asked });
const tried = (attempt: Promise<unknown>) => refusalOf(attempt);

describe('a promise', () => {
  it('is drafted with what the report says, and says what is missing', async () => {
    const { id, number } = await at.draft({ due: undefined as never, indicators: [], duties: [] });
    const view = await read('reportEditor', id);
    expect(number).toMatch(/^CS-20260101-\d{6}$/);
    expect(view.missing).toEqual(['measure', 'due', 'owner']);
    expect(view).toMatchObject({ issuedOn: null, light: null, official: 'not-started', rate: null, due: null });
  });

  it('cannot be issued without a lead unit', async () => {
    const { id } = await at.draft({ duties: [] });
    const issuing = at.district.run('reportEditor', at.operations.issue, { ids: [id], issuedOn: '2026-07-01' });
    expect(await tried(issuing)).toBe('promise.noLead');
  });

  it('changes freely before its issue and by revision only after it', async () => {
    const { id, version } = await at.draft();
    const changing = (title: string) => at.district.run('reportEditor', at.operations.change, { id, patch: { title } });
    expect((await changing('改造老旧水管')).version).toBe(version + 1);
    await at.district.run('reportEditor', at.operations.issue, { ids: [id], issuedOn: '2026-07-01' });
    expect(await tried(changing('别的'))).toBe('promise.issued');
    expect((await read('waterHead', id)).title).toBe('改造老旧水管');
  });

  it('goes the course of its kind, by the parties it names, with what each step demands', async () => {
    const { id } = await at.promise();
    expect(await tried(step('roadsClerk', id, 'begin'))).toBe('promise.step');
    await step('waterClerk', id, 'begin');
    expect(await tried(step('waterClerk', id, 'finish', { words: '完成了' }))).toBe('promise.step');
    await at.district.run('waterClerk', at.operations.addEvidence, { id, kind: 'record', words: '验收单' });
    expect(await tried(step('waterClerk', id, 'finish'))).toBe('promise.data');
    await step('waterClerk', id, 'finish', { words: '完成了' });
    expect(await tried(step('verifier', id, 'accept'))).toBe('promise.step');
    await at.district.run('verifier', at.operations.verify, { id, method: 'site', result: 'true' });
    await step('verifier', id, 'accept');
    const view = await read('supervisor', id);
    expect(view).toMatchObject({ state: { id: 'accepted' }, official: 'done', evidence: 'full', schedule: 'early' });
    expect(view.timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['drafted', 'issued', 'begin', 'evidence', 'finish', 'verified', 'accept']),
    );
    expect(await tried(step('waterClerk', id, 'begin'))).toBe('promise.step');
  });

  it('offers exactly the steps it would not refuse, and says why it bars the others', async () => {
    const { id } = await at.promise();
    const offered = async (who: PersonName) =>
      (await read(who, id)).actions.map(({ step: name, allowed }) => [name, allowed]);
    expect(await offered('waterHead')).toEqual([['begin', true]]);
    expect(await offered('supervisor')).toEqual([['begin', false]]);
    const [begin] = (await read('supervisor', id)).actions;
    expect(begin?.reason?.zh).toContain('单位负责人');
  });
});

describe('who answers for a promise', () => {
  it('is a dated relation: a change ends the old duty, keeps its history and is read as of a day', async () => {
    const { id } = await at.promise({ duties: [{ part: 'lead', unit: at.district.units.water, since: '2026-01-01' }] });
    const duties = [
      { part: 'lead' as const, unit: at.district.units.roads },
      { part: 'leader' as const, post: at.district.posts.leader.id },
    ];
    await at.district.run('supervisor', at.operations.setDuties, {
      id,
      duties,
      reason: '职能调整',
      since: '2026-07-01',
    });
    const now = await read('supervisor', id);
    expect(now.lead?.id).toBe(at.district.units.roads);
    expect(now.leader?.name).toBe('leader');
    expect(now.duties.map(({ part, since, until }) => [part, since, until])).toEqual([
      ['lead', '2026-01-01', '2026-07-01'],
      ['lead', '2026-07-01', null],
      ['leader', '2026-07-01', null],
    ]);
    expect((await read('supervisor', id, '2026-06-30')).lead?.id).toBe(at.district.units.water);
    expect(await tried(read('waterHead', id))).toBe('promise.unknown');
  });

  it('is one lead unit at most, and nobody twice', async () => {
    const { id } = await at.promise();
    const unit = at.district.units.water;
    const setting = (parts: ('lead' | 'assisting')[]) =>
      at.district.run('supervisor', at.operations.setDuties, {
        id,
        duties: parts.map((part) => ({ part, unit })),
        reason: '试',
      });
    expect(await tried(setting(['lead', 'lead']))).toBe('promise.duty');
    expect(await tried(setting(['lead', 'assisting']))).toBe('promise.duty');
  });
});

describe('two people at once', () => {
  it('do not overwrite each other: the second is told who was first', async () => {
    const { id, version } = await at.promise();
    const entering = (asOf: string, value: number) =>
      at.district.run('waterClerk', at.operations.observe, { id, indicator: 'length', value, asOf, version });
    const settled = await Promise.allSettled([entering('2026-05-31', 3), entering('2026-06-30', 4)]);
    const refused = settled
      .filter((one) => one.status === 'rejected')
      .map(({ reason }) => reason as { code: string; params: object });
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: 'promise.stale', params: { who: 'waterClerk' } });
    expect((await read('waterClerk', id)).indicators[0]?.observations).toHaveLength(1);
  });

  it('decide a revision once', async () => {
    const { id } = await at.promise();
    const { revision } = await at.district.run('waterHead', at.operations.askRevision, {
      id,
      what: 'due',
      new: '2026-12-31',
      reason: '雨季停工',
    });
    const deciding = (who: PersonName, decision: 'approved' | 'refused') =>
      at.district.run(who, at.operations.decideRevision, {
        id,
        revision,
        decision,
        authority: '区政府',
        meeting: '第八次常务会议',
        effectiveFrom: '2026-07-01',
      });
    const outcomes = await Promise.all([
      tried(deciding('leader', 'approved')),
      tried(deciding('supervisor', 'refused')),
    ]);
    expect(outcomes.toSorted()).toEqual(['done', 'promise.revisionDecided']);
    expect((await read('supervisor', id)).revisions).toHaveLength(1);
  });
});
