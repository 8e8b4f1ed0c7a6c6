import { testDatabase } from '@huying/testing/database';
import { type Strangers, strangersOf } from '@huying/testing/district';
import { type VoteCourse, voteCourse } from '@huying/testing/livelihood';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '../../ledger/index.ts';
import { type LivelihoodOperations, livelihoodOperations } from './index.ts';

const db = await testDatabase();
let strangers: Strangers;
let operations: LivelihoodOperations;
let course: VoteCourse;
let candidates: string[] = [];
let vote = { id: '', version: 0 };
let secret = { id: '', version: 0 };
const nothing = '019a0000-0000-7000-8000-000000000000';

beforeAll(async () => {
  strangers = await strangersOf(db);
  course = await voteCourse(db, strangers.here);
  operations = livelihoodOperations(strangers.here.services);
  candidates = await course.candidates(['甲', '乙', '丙']);
  vote = await course.opened(candidates);
  await course.set('livelihood.ballots', 'electronic');
  secret = await course.opened(await course.candidates(['丁', '戊', '己']), { variant: 'electronic' });
});

const draft = { year: 2027, title: '新', domain: '教育', content: '新建一处', source: 'unit' as const };
const counts = { present: 1, issued: 1, returned: 1, valid: 1, void: 0 };
const basis = { meeting: '会', document: '文' };
const rule = { seats: 1, base: 'all', strict: true, ties: 'chair', mostApprovals: null } as const;

/** Each operation with an input that gets as far as its access, who may and who may not. */
function doors(): readonly (readonly [
  string,
  Operation<never, unknown>,
  unknown,
  readonly string[],
  readonly string[],
])[] {
  const door = <I, O>(
    name: string,
    operation: Operation<I, O>,
    input: I,
    may: readonly string[],
    mayNot: readonly string[],
  ) => [name, operation as unknown as Operation<never, unknown>, input, may, mayNot] as const;
  const [id = ''] = candidates;
  const period = { from: '2026-06-01', to: '2026-07-01' };
  const prepare = {
    year: 2027,
    title: '会',
    variant: 'certified' as const,
    candidates: [nothing],
    members: 9,
    ...rule,
  };
  const editor = ['reportEditor', 'supervisor'];
  const units = ['waterClerk', 'verifier', 'auditor', 'statistician', 'systemAdmin'];
  const congress = ['congressOfficer'];
  const government = ['reportEditor', 'supervisor', 'leader', 'deputy', 'waterHead', 'systemAdmin'];
  return [
    door(
      'propose',
      operations.propose,
      draft,
      ['reportEditor', 'deputy', 'waterClerk', 'congressOfficer'],
      ['verifier', 'auditor', 'pipesHandler', 'statistician', 'systemAdmin'],
    ),
    door('edit', operations.edit, { id, version: 99, title: 'x', domain: 'x', content: 'x' }, editor, [
      'verifier',
      'auditor',
      'statistician',
    ]),
    door('screen', operations.screen, { id, version: 99, take: true, reason: 'x' }, editor, [
      ...units,
      'deputy',
      'congressOfficer',
    ]),
    door('addOrigin', operations.addOrigin, { id, cases: [nothing] }, editor, ['verifier', 'auditor', 'statistician']),
    door(
      'clusters',
      operations.clusters,
      period,
      ['supervisor', 'shiftLeader', 'waterClerk'],
      ['verifier', 'statistician', 'systemAdmin'],
    ),
    door(
      'clusterRows',
      operations.clusterRows,
      { ...period, matter: '1', area: '1' },
      ['supervisor', 'waterClerk'],
      ['verifier', 'statistician', 'systemAdmin'],
    ),
    door('make', operations.make, { id, version: 99, unit: nothing }, editor, [
      'deputy',
      'congressOfficer',
      'waterHead',
      'leader',
    ]),
    door('prepareVote', operations.prepareVote, prepare, congress, government),
    door('openVote', operations.openVote, { ...vote }, congress, government),
    door('checkTotals', operations.checkTotals, { id: vote.id, counts, totals: [] }, congress, government),
    door('readTotals', operations.readTotals, { id: vote.id, table: [['序号']] }, congress, government),
    door('certify', operations.certify, { ...vote, ...basis }, congress, government),
    door('closeVote', operations.closeVote, { ...secret, present: 10_000 }, congress, government),
    door('recount', operations.recount, { id: secret.id }, congress, government),
    door(
      'cast',
      operations.cast,
      { id: secret.id, choices: {} },
      ['deputy'],
      ['congressOfficer', 'reportEditor', 'supervisor', 'leader', 'waterHead'],
    ),
    door(
      'certifyPoll',
      operations.certifyPoll,
      { ...vote, document: 'x', name: 'x', sha256: '0'.repeat(64), lines: 1, valid: 1, void: 0, totals: [] },
      congress,
      government,
    ),
  ];
}

describe('livelihood operations', () => {
  it('are for their office and nobody else; a ballot is touched by nobody of the government', async () => {
    for (const [name, operation, input, may, mayNot] of doors()) {
      for (const who of may) {
        const answer = await strangers.tries(who as 'deputy', operation, input as never);
        expect([name, who, answer]).not.toEqual([name, who, 'vote.notYours']);
      }
      for (const who of mayNot) {
        const answer = await strangers.tries(who as 'deputy', operation, input as never);
        expect([name, who, answer]).toEqual([name, who, 'vote.notYours']);
      }
    }
  });

  it('know nobody who holds no post here', async () => {
    for (const [name, operation, input, may] of doors()) {
      const answers = await strangers.outsiders((may[0] ?? 'deputy') as 'deputy', operation, input as never);
      const refusals = new Set(
        answers.map((answer) =>
          answer === 'vote.unknown' || answer === 'vote.unknownCandidate' ? 'vote.notYours' : answer,
        ),
      );
      expect([name, ...refusals]).toEqual([name, 'vote.notYours']);
    }
  });

  it('that only read are for whoever has a post, each as far as it reaches', async () => {
    const { tries, outsiders } = strangers;
    for (const who of ['deputy', 'waterClerk', 'leader', 'auditor', 'congressOfficer'] as const) {
      expect([who, await tries(who, operations.candidates, { year: 2027 })]).toEqual([who, 'done']);
      expect([who, await tries(who, operations.candidate, { id: candidates[0] ?? '' })]).toEqual([who, 'done']);
      expect([who, await tries(who, operations.votes, { year: 2027 })]).toEqual([who, 'done']);
      expect([who, await tries(who, operations.vote, { id: vote.id })]).toEqual([who, 'done']);
    }
    for (const [operation, input] of [
      [operations.candidates, { year: 2027 }],
      [operations.candidate, { id: candidates[0] ?? '' }],
      [operations.votes, { year: 2027 }],
      [operations.vote, { id: vote.id }],
    ] as const) {
      const answers = await outsiders('leader', operation as Operation<unknown, unknown>, input);
      expect(new Set(answers)).toEqual(new Set(['vote.notYours']));
    }
  });

  it('show what was proposed and not taken up to those who screen, and to whoever proposed it', async () => {
    const { here, tries } = strangers;
    const { id } = await here.run('deputy', operations.propose, { ...draft, source: 'deputy' });
    for (const who of ['deputy', 'reportEditor', 'supervisor'] as const) {
      expect([who, await tries(who, operations.candidate, { id })]).toEqual([who, 'done']);
    }
    for (const who of ['waterClerk', 'westClerk'] as const) {
      expect([who, await tries(who, operations.candidate, { id })]).toEqual([who, 'vote.unknownCandidate']);
    }
  });
});

describe('sites and evaluations', () => {
  let promise = '';
  let site = { id: '', version: 0 };
  beforeAll(async () => {
    const { here } = strangers;
    const ids = await course.candidates(['庚', '辛', '壬']);
    await course.set('livelihood.variant', 'decided');
    const decided = await course.opened(ids, { variant: 'decided' });
    await here.run('reportEditor', operations.decide, { ...decided, ...basis, chosen: ids.slice(0, 1) });
    await course.set('livelihood.variant', 'voted');
    const one = await here.run('reportEditor', operations.candidate, { id: ids[0] ?? '' });
    const made = await here.run('reportEditor', operations.make, {
      id: one.id,
      version: one.version,
      unit: here.units.water,
    });
    promise = made.promise;
    const { id, version } = await here.run('waterClerk', operations.putSite, { promise, name: '一' });
    site = { id, version };
  });

  it('are changed by the units of the project and the office that keeps the list', async () => {
    const { tries } = strangers;
    const put = { promise, name: '二' };
    for (const who of ['waterClerk', 'pipesHandler', 'reportEditor'] as const) {
      expect([who, await tries(who, operations.putSite, put)]).toEqual([who, 'done']);
    }
    expect(await tries('roadsClerk', operations.putSite, put)).toBe('promise.unknown');
    expect(await tries('deputy', operations.putSite, put)).toBe('promise.unknown');
    expect(await tries('leader', operations.putSite, put)).toBe('vote.notYours');
    expect(await tries('roadsClerk', operations.importSites, { promise, table: [['点位名称']] })).toBe(
      'promise.unknown',
    );
    expect(await tries('roadsClerk', operations.sites, { promise })).toBe('promise.unknown');
    expect(await tries('auditor', operations.sites, { promise })).toBe('done');
  });

  it('are reported by the unit, verified by others, taken off by the office', async () => {
    const { tries, outsiders } = strangers;
    const report = { ...site, state: 'under-way' as const, on: '2026-07-01' };
    expect(await tries('roadsClerk', operations.reportSite, report)).toBe('vote.unknownSite');
    expect(await tries('supervisor', operations.reportSite, report)).toBe('vote.notYours');
    const verify = { ...site, method: 'site' as const, result: 'true' as const, words: 'x' };
    expect(await tries('waterHead', operations.verifySite, verify)).toBe('vote.notYours');
    expect(await tries('verifier', operations.verifySite, verify)).toBe('vote.siteState');
    const cancel = { ...site, authority: 'x', document: 'x', reason: 'x' };
    expect(await tries('waterHead', operations.cancelSite, cancel)).toBe('vote.notYours');
    for (const [operation, input] of [
      [operations.reportSite, report],
      [operations.verifySite, verify],
      [operations.cancelSite, cancel],
    ] as const) {
      const answers = await outsiders('waterClerk', operation as Operation<unknown, unknown>, input);
      expect(new Set(answers)).toEqual(new Set(['vote.notYours']));
    }
    for (const [operation, input] of [
      [operations.sites, { promise }],
      [operations.putSite, { promise, name: '三' }],
      [operations.importSites, { promise, table: [['点位名称']] }],
      [operations.evaluations, { promise }],
    ] as const) {
      const answers = await outsiders('waterClerk', operation as Operation<unknown, unknown>, input);
      expect(new Set(answers)).toEqual(new Set(['promise.unknown']));
    }
  });

  it('are judged by the congress, and published by those who may', async () => {
    const { tries, outsiders } = strangers;
    const judged = { by: 'deputies' as const, members: 29, satisfied: 17, basically: 11, not: 1 };
    const enter = { promise, heldOn: '2026-07-01', judged };
    expect(await tries('congressOfficer', operations.evaluate, enter)).toBe('done');
    for (const who of ['waterHead', 'supervisor', 'reportEditor', 'deputy'] as const) {
      expect([who, await tries(who, operations.evaluate, enter)]).toEqual([who, 'vote.notYours']);
    }
    expect(await tries('waterHead', operations.publishEvaluations, { promise })).toBe('vote.notYours');
    expect(await tries('waterHead', operations.evaluations, { promise })).toBe('done');
    expect(new Set(await outsiders('congressOfficer', operations.evaluate, enter))).toEqual(new Set(['vote.notYours']));
    expect(new Set(await outsiders('reportEditor', operations.publishEvaluations, { promise }))).toEqual(
      new Set(['vote.notYours']),
    );
  });

  it('are shown to the public only of what is published', async () => {
    const { tries } = strangers;
    expect(await tries('leader', operations.publicProject, { id: promise })).toBe('vote.notPublished');
    const list = await strangers.here.run('leader', operations.publicList, {});
    expect(list.items).toEqual([]);
  });
});
