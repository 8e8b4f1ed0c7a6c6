import { runOperation } from '@huying/server/ledger';
import { testDatabase } from '@huying/testing/database';
import { refusalOf } from '@huying/testing/district';
import { type PromiseDistrict, promiseDistrict } from '@huying/testing/promise';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let at: PromiseDistrict;
let id = '';
beforeAll(async () => {
  at = await promiseDistrict(db, { now: '2026-07-01T09:00:00+08:00' });
  id = (await at.promise()).id;
});

const citizen = { kind: 'public' as const, account: null, post: null, name: '' };
const object = (words: string, who?: string) =>
  runOperation(at.services, at.operations.object, {
    tenant: at.district.tenant,
    actor: citizen,
    input: { id, words, ...(who === undefined ? {} : { who }) },
  });

describe('an objection', () => {
  it('is to what is published only, by anybody, and due in seven days', async () => {
    expect(await refusalOf(object('没修好'))).toBe('promise.unknown');
    await at.district.run('supervisor', at.operations.publish, { id, published: true });
    expect((await object('没修好', '张三 13800138000')).due).toBe('2026-07-08');
  });

  it('keeps its author sealed: the page shows a mask, the ledger and the table no word of it', async () => {
    const page = await at.district.run('supervisor', at.operations.read, { id });
    expect(page.objections[0]?.who).not.toContain('13800138000');
    const rows = await at.district.inside(({ tx }) => tx.rows('select who::text from objection'));
    const kept = JSON.stringify([rows, await at.district.ledger(id)]);
    expect(kept).not.toContain('13800138000');
    expect(kept).not.toContain('张三');
  });

  it('is answered once, in public, by the unit or the office', async () => {
    const { objections } = await at.district.run('supervisor', at.operations.read, { id });
    const objection = objections[0]?.id ?? '';
    const answering = (who: 'roadsClerk' | 'waterHead' | 'supervisor') =>
      at.district.run(who, at.operations.answerObjection, { id, objection, answer: '已安排返工' });
    expect(await refusalOf(answering('roadsClerk'))).toBe('org.roleRequired');
    await answering('waterHead');
    expect(await refusalOf(answering('supervisor'))).toBe('promise.objectionAnswered');
    const page = await at.district.run('deputy', at.operations.read, { id });
    expect(page.objections).toMatchObject([{ answer: '已安排返工', who: null }]);
    expect(page.timeline.map(({ what }) => what)).toContain('objectionAnswered');
  });
});

describe('what is published', () => {
  it('shows no lights, no unfinished figures and nothing internal, unless the district shows lights', async () => {
    const entered = { id, indicator: 'length', value: 4, asOf: '2026-06-30' };
    await at.district.run('waterClerk', at.operations.observe, entered);
    const page = await at.district.run('deputy', at.operations.read, { id });
    expect(page).toMatchObject({
      light: null,
      rate: null,
      lightInputs: {},
      evidenceItems: [],
      actions: [],
      disagreements: [],
    });
    expect(page.indicators[0]).toMatchObject({ observations: [], standing: { value: null } });
    expect(page.timeline.map(({ what }) => what)).not.toContain('observed');
    const { items } = await at.district.run('deputy', at.operations.list, { year: 2026 });
    expect(items.map((row) => [row.id, row.light, row.rate])).toEqual([[id, null, null]]);
    expect((await at.district.run('deputy', at.operations.list, { light: 'red' })).items).toEqual([]);
  });
});
