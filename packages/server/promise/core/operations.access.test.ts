import type { Operation } from '@huying/server/ledger';
import { testDatabase } from '@huying/testing/database';
import { type PersonName, refusalOf } from '@huying/testing/district';
import { type PromiseStrangers, promiseStrangers } from '@huying/testing/promise';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let at: PromiseStrangers;
/** Led by the water bureau, roads assisting, issued; and one drafted, one published. */
let id = '';
let drafted = '';
let published = '';
let task = '';

beforeAll(async () => {
  at = await promiseStrangers(db);
  id = (await at.promise({ tasks: [{ title: '开挖' }, { title: '回填' }] })).id;
  drafted = (await at.draft()).id;
  published = (await at.promise()).id;
  await run('supervisor', at.operations.publish, { id: published, published: true });
  task = (await run('supervisor', at.operations.read, { id })).tasks[0]?.id ?? '';
  await run('waterClerk', at.operations.addEvidence, { id, kind: 'record', words: '记录' });
});

const run = <I, O>(who: PersonName, operation: Operation<I, O>, input: I) => at.district.run(who, operation, input);
const tries = <I, O>(who: PersonName, operation: Operation<I, O>, input: I) => refusalOf(run(who, operation, input));
/** What each of some people gets; none of them may leave a trace, so those who may are tried last. */
async function refusals<I, O>(operation: Operation<I, O>, input: I, people: readonly PersonName[]) {
  return Object.fromEntries(await Promise.all(people.map(async (who) => [who, await tries(who, operation, input)])));
}
const outside = async <I, O>(operation: Operation<I, O>, input: I) =>
  new Set(await at.strangers.outsiders('supervisor', operation, input));
const noPost = ['promise.unknown', 'access.denied', 'org.roleRequired'];

describe('reading', () => {
  it('is for those who see all, for the units that lead or assist and those below them, and for nobody else', async () => {
    const { read, story } = at.operations;
    for (const who of ['supervisor', 'reportEditor', 'statistician', 'congressOfficer', 'leader', 'auditor'] as const) {
      expect([who, await tries(who, read, { id }), await tries(who, story, { id })]).toEqual([who, 'done', 'done']);
    }
    for (const who of ['waterHead', 'pipesHandler', 'pumpsClerk', 'roadsClerk', 'pavingHandler'] as const) {
      expect([who, await tries(who, read, { id })]).toEqual([who, 'done']);
    }
    for (const who of ['westHead', 'willowClerk', 'deputy', 'systemAdmin', 'securityAdmin', 'dutyEditor'] as const) {
      expect([who, await tries(who, read, { id }), await tries(who, story, { id })]).toEqual([
        who,
        'promise.unknown',
        'promise.unknown',
      ]);
    }
  });

  it('lists exactly what can be read, for every role', async () => {
    const { list, glance, read } = at.operations;
    for (const who of ['supervisor', 'waterClerk', 'westClerk', 'deputy', 'systemAdmin'] as const) {
      const { items } = await run(who, list, { year: 2026 });
      const seen = [];
      for (const one of [id, drafted, published]) if ((await tries(who, read, { id: one })) === 'done') seen.push(one);
      expect([who, items.map((row) => row.id).toSorted()]).toEqual([who, seen.toSorted()]);
      expect((await run(who, glance, { year: 2026 })).total).toBe(seen.length);
    }
  });

  it('is nothing to whoever has no post here, but for what the public sees', async () => {
    const { read, story, glance, list } = at.operations;
    expect(await outside(read, { id })).toEqual(new Set(['promise.unknown']));
    expect(await outside(story, { id })).toEqual(new Set(['promise.unknown']));
    for (const refused of await outside(glance, { year: 2026 })) expect(['access.denied', 'done']).toContain(refused);
    const there = await at.strangers.there.run('supervisor', list, {});
    expect(there.items).toEqual([]);
  });
});

describe('drafting, changing, issuing, publishing and naming who answers', () => {
  it('is for the offices that do it, and for no unit', async () => {
    const { create, change, issue, publish, setDuties, lights } = at.operations;
    const people = ['waterHead', 'waterClerk', 'verifier', 'deputy', 'auditor', 'systemAdmin'] as const;
    const none = Object.fromEntries(people.map((who) => [who, 'org.roleRequired']));
    const draft = { year: 2026, kind: 'errand', title: '新的' };
    expect(await refusals(create, draft, people)).toEqual(none);
    expect(await refusals(change, { id: drafted, patch: { title: '改' } }, people)).toEqual(none);
    expect(await refusals(issue, { ids: [drafted], issuedOn: '2026-07-01' }, people)).toEqual(none);
    expect(await refusals(publish, { id, published: true }, people)).toEqual(none);
    expect(await refusals(setDuties, { id, duties: [], reason: '试' }, people)).toEqual(none);
    expect(await refusals(lights, { year: 2026 }, people)).toEqual(none);
    for (const refused of [
      ...(await outside(create, draft)),
      ...(await outside(change, { id: drafted, patch: {} })),
      ...(await outside(issue, { ids: [drafted], issuedOn: '2026-07-01' })),
      ...(await outside(publish, { id, published: true })),
      ...(await outside(setDuties, { id, duties: [], reason: '试' })),
      ...(await outside(lights, { year: 2026 })),
    ]) {
      expect(noPost).toContain(refused);
    }
    expect(await tries('reportEditor', create, draft)).toBe('done');
    expect(await tries('reportEditor', change, { id: drafted, patch: { title: '改' } })).toBe('done');
  });
});

describe('the work of a promise', () => {
  it('is its units’: values, evidence, reports and splits are nobody else’s', async () => {
    const { observe, addEvidence, reportTask, splitTask, step } = at.operations;
    const value = { id, indicator: 'length', value: 1, asOf: '2026-06-30' };
    const evidence = { id, kind: 'record' as const, words: '单' };
    const report = { id, task, doneOn: '2026-06-30' };
    const split = { id, task, into: [{ title: '一' }, { title: '二' }] };
    const strangers = ['westClerk', 'deputy', 'systemAdmin'] as const;
    for (const [operation, input] of [
      [observe, value],
      [addEvidence, evidence],
      [reportTask, report],
      [splitTask, split],
      [step, { id, step: 'begin', asked: {} }],
    ] as [Operation<unknown, unknown>, unknown][]) {
      expect(await refusals(operation, input, strangers)).toEqual(
        Object.fromEntries(strangers.map((who) => [who, 'promise.unknown'])),
      );
      expect(await outside(operation, input)).toEqual(new Set(['promise.unknown']));
    }
    const readers = ['supervisor', 'reportEditor', 'auditor', 'leader'] as const;
    const all = (refused: string) => Object.fromEntries(readers.map((who) => [who, refused]));
    expect(await refusals(observe, value, readers)).toEqual(all('promise.source'));
    expect(await refusals(addEvidence, evidence, readers)).toEqual(all('access.denied'));
    expect(await refusals(reportTask, report, readers)).toEqual(all('access.denied'));
    expect(await refusals(splitTask, split, [...readers, 'roadsClerk'])).toEqual({
      ...all('access.denied'),
      roadsClerk: 'access.denied',
    });
    expect(await refusals(step, { id, step: 'begin', asked: {} }, [...readers, 'roadsClerk'])).toEqual({
      ...all('promise.step'),
      roadsClerk: 'promise.step',
    });
    expect(await tries('roadsClerk', addEvidence, evidence)).toBe('done');
    expect(await tries('waterHead', splitTask, split)).toBe('done');
  });

  it('is seen to be published by those who see no more, and changed by none of them', async () => {
    const { observe, addEvidence, verify, step, askRevision } = at.operations;
    const inputs: [Operation<never, unknown>, unknown][] = [
      [observe, { id: published, indicator: 'length', value: 1, asOf: '2026-06-30' }],
      [addEvidence, { id: published, kind: 'record', words: '单' }],
      [verify, { id: published, method: 'desk', result: 'true' }],
      [step, { id: published, step: 'begin', asked: {} }],
      [askRevision, { id: published, what: 'due', new: '2026-12-31', reason: '试' }],
    ];
    for (const [operation, input] of inputs) {
      expect(await tries('deputy', operation, input as never)).toBe('access.denied');
    }
  });
});

describe('looking, revising, answering', () => {
  it('is for those apart from the doers', async () => {
    const { verify } = at.operations;
    const look = { id, method: 'site' as const, result: 'true' as const };
    expect(
      await refusals(verify, look, ['waterHead', 'roadsClerk', 'reportEditor', 'leader', 'waterVerifier']),
    ).toEqual({
      waterHead: 'access.denied',
      roadsClerk: 'access.denied',
      reportEditor: 'access.denied',
      leader: 'access.denied',
      waterVerifier: 'access.denied',
    });
    expect(await outside(verify, look)).toEqual(new Set(['promise.unknown']));
    expect(await tries('verifier', verify, look)).toBe('done');
  });

  it('is asked by the lead unit and decided by those above it', async () => {
    const { askRevision, decideRevision } = at.operations;
    const ask = { id, what: 'due', new: '2026-12-31', reason: '试' };
    expect(await refusals(askRevision, ask, ['roadsClerk', 'auditor', 'verifier'])).toEqual({
      roadsClerk: 'access.denied',
      auditor: 'access.denied',
      verifier: 'access.denied',
    });
    expect(await outside(askRevision, ask)).toEqual(new Set(['promise.unknown']));
    const { revision } = await run('waterHead', askRevision, ask);
    const decide = { id, revision, decision: 'refused' as const };
    expect(await refusals(decideRevision, decide, ['waterHead', 'reportEditor', 'statistician', 'auditor'])).toEqual({
      waterHead: 'org.roleRequired',
      reportEditor: 'org.roleRequired',
      statistician: 'org.roleRequired',
      auditor: 'org.roleRequired',
    });
    expect(await outside(decideRevision, decide)).toEqual(new Set(['org.roleRequired']));
    expect(await tries('leader', decideRevision, decide)).toBe('done');
  });

  it('of objections is for the lead unit and the offices; to object, what is published must be known', async () => {
    const { object, answerObjection } = at.operations;
    expect(await tries('supervisor', object, { id, words: '有异议' })).toBe('promise.notPublished');
    const { objection } = await run('deputy', object, { id: published, words: '有异议' });
    const answer = { id: published, objection, answer: '已核实' };
    expect(await refusals(answerObjection, answer, ['roadsClerk', 'deputy', 'auditor'])).toEqual({
      roadsClerk: 'org.roleRequired',
      deputy: 'access.denied',
      auditor: 'org.roleRequired',
    });
    for (const refused of await outside(answerObjection, answer)) {
      expect(['promise.unknown', 'access.denied']).toContain(refused);
    }
    expect(await tries('waterHead', answerObjection, answer)).toBe('done');
  });
});
