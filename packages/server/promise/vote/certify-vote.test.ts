import { HuyingError } from '@huying/kit/error';
import { testDatabase } from '@huying/testing/database';
import { type VoteCourse, voteCourse } from '@huying/testing/livelihood';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from './certify-vote.ts';
import type { VoteResult } from './vote.store.ts';

const db = await testDatabase();
let course: VoteCourse;
beforeAll(async () => {
  course = await voteCourse(db);
});

const basis = { meeting: '区十八届人大三次会议', document: '清人发〔2027〕3号' };
const counts = { present: 190, issued: 190, returned: 188, valid: 186, void: 2 };
const total = (candidate: string, approve: number, oppose = 0) => ({
  candidate,
  approve,
  oppose,
  abstain: counts.valid - approve - oppose,
});

describe('certified totals that add up', () => {
  it('choose by the frozen rule, and the result stands with its digest', async () => {
    const { district, operations } = course;
    const [a, b, c] = (await course.candidates(['加装电梯', '口袋公园', '社区食堂'])) as [string, string, string];
    const vote = await course.opened([a, b, c]);
    const done = await district.run('congressOfficer', operations.certify, {
      ...vote,
      ...basis,
      counts,
      totals: [total(a, 184), total(b, 100), total(c, 120, 30)],
    });
    expect(done.chosen).toEqual([a, c]);
    const view = await district.run('deputy', operations.vote, { id: vote.id });
    expect(view).toMatchObject({ state: 'certified', result: { needed: 101 }, digest: done.digest });
    expect(digestOf(view.result as VoteResult)).toBe(done.digest);
    const { items } = await district.run('reportEditor', operations.candidates, { year: 2027 });
    const stateOf = (id: string) => items.find((one) => one.id === id)?.state;
    expect([a, b, c].map(stateOf)).toEqual(['chosen', 'not-chosen', 'chosen']);
    // 100 of 201 members is no majority, though most of the valid ballots.
    const again = {
      ...vote,
      version: done.version,
      ...basis,
      counts,
      totals: [total(a, 1), total(b, 186), total(c, 186)],
    };
    expect(await course.refused('congressOfficer', operations.certify, again)).toBe('vote.notOpen');
    expect(await course.refused('congressOfficer', operations.openVote, { id: vote.id, version: done.version })).toBe(
      'vote.frozen',
    );
  });

  it('that tie for the last seat leave it to a second round, or to the chair where the rule says so', async () => {
    const { district, operations } = course;
    const [a, b, c] = (await course.candidates(['甲', '乙', '丙'])) as [string, string, string];
    const totals = [total(a, 180), total(b, 130), total(c, 130)];
    const vote = await course.opened([a, b, c]);
    const done = await district.run('congressOfficer', operations.certify, { ...vote, ...basis, counts, totals });
    expect([done.chosen, done.tied]).toEqual([[a], [b, c]]);
    const second = await course.opened([b, c], { seats: 1, ties: 'chair' });
    const tied = { ...second, ...basis, counts, totals: totals.slice(1) };
    expect(await course.refused('congressOfficer', operations.certify, tied)).toBe('vote.tied');
    const settled = await district.run('congressOfficer', operations.certify, { ...tied, tieBreak: [c] });
    expect([settled.chosen, settled.tied]).toEqual([[c], []]);
  });
});

describe('totals that do not add up are refused with the difference', () => {
  const faultsOf = async (change: Partial<typeof counts>, totals: (ids: string[]) => ReturnType<typeof total>[]) => {
    const ids = await course.candidates(['一', '二', '三']);
    const vote = await course.opened(ids);
    const input = { ...vote, ...basis, counts: { ...counts, ...change }, totals: totals(ids) };
    try {
      await course.district.run('congressOfficer', course.operations.certify, input);
    } catch (error) {
      if (error instanceof HuyingError && error.code === 'vote.doesNotAdd')
        return error.problems.map(({ zh }) => zh).join();
      throw error;
    }
    return 'certified';
  };
  const right = (ids: string[]) => ids.map((id) => total(id, 100));

  it('where a project has fewer votes than there are valid ballots: 122 among 222', async () => {
    const valid = { present: 222, issued: 222, returned: 222, valid: 222, void: 0 };
    const told = await faultsOf({ ...valid, present: 201, issued: 201, returned: 201, valid: 201 }, (ids) => [
      { candidate: ids[0] ?? '', approve: 95, oppose: 27, abstain: 0 },
      ...ids.slice(1).map((candidate) => ({ candidate, approve: 201, oppose: 0, abstain: 0 })),
    ]);
    expect(told).toContain('合计122');
    expect(told).toContain('相差79');
  });

  it('where ballots came back that were not issued, or are neither valid nor void', async () => {
    expect(
      await faultsOf({ returned: 191, valid: 189 }, (ids) => ids.map((id) => ({ ...total(id, 100), abstain: 89 }))),
    ).toContain('多于');
    expect(await faultsOf({ void: 3 }, right)).toContain('相差1');
  });

  it('where a project is missing, is there twice, or is not on the list', async () => {
    expect(await faultsOf({}, (ids) => right(ids.slice(1)))).toContain('没有票数');
    expect(await faultsOf({}, (ids) => [...right(ids), total(ids[0] ?? '', 100)])).toContain('重复');
  });

  it('and the same is told while the form is filled in, keeping nothing', async () => {
    const ids = await course.candidates(['四', '五', '六']);
    const { id } = await course.opened(ids);
    const { district, operations } = course;
    const wrong = { id, counts: { ...counts, void: 3 }, totals: right(ids) };
    const told = await district.run('congressOfficer', operations.checkTotals, wrong);
    expect([told.faults.length, told.chosen]).toEqual([1, []]);
    const fine = await district.run('congressOfficer', operations.checkTotals, { ...wrong, counts });
    expect(fine).toMatchObject({ faults: [], needed: 101, chosen: [] });
  });
});

describe('a sheet of totals', () => {
  it('fills the form, and a wrong row is told by its number', async () => {
    const ids = await course.candidates(['电梯', '公园', '食堂']);
    const { id } = await course.opened(ids);
    const { district, operations } = course;
    const view = await district.run('congressOfficer', operations.vote, { id });
    const rows = view.candidates.map(({ no }) => [String(no), '150', '30', '6']);
    const head = ['序号', '赞成', '反对', '弃权'];
    const ballots = [
      ['到会', '190'],
      ['发出', '190'],
      ['收回', '188'],
      ['有效', '186'],
      ['无效', '2'],
    ];
    const read = await district.run('congressOfficer', operations.readTotals, {
      id,
      table: [head, ...rows, ...ballots],
    });
    expect(read.counts).toEqual(counts);
    expect(read.totals).toEqual(ids.map((candidate) => ({ candidate, approve: 150, oppose: 30, abstain: 6 })));
    const bad = [head, ['99', '1', '1', '1'], [rows[0]?.[0] ?? '', '很多', '0', '0']];
    await expect(district.run('congressOfficer', operations.readTotals, { id, table: bad })).rejects.toMatchObject({
      code: 'vote.rows',
      problems: [{ path: '/2' }, { path: '/3' }],
    });
    expect(await course.refused('congressOfficer', operations.readTotals, { id, table: [['序号', '赞成']] })).toBe(
      'vote.columns',
    );
  });
});

describe('a decision of the government', () => {
  it('names the chosen by its meeting and document, where the district chooses so', async () => {
    const { district, operations } = course;
    const ids = await course.candidates(['七', '八', '九']);
    const draft = {
      year: 2027,
      title: '常务会议研究',
      seats: 2,
      base: 'all',
      strict: true,
      ties: 'chair',
      mostApprovals: null,
    } as const;
    const decided = { ...draft, variant: 'decided' as const, candidates: ids, members: 1 };
    expect(await course.refused('reportEditor', operations.prepareVote, decided)).toBe('vote.variant');
    await course.set('livelihood.variant', 'decided');
    const vote = await course.opened(ids, { variant: 'decided' });
    const done = await district.run('reportEditor', operations.decide, { ...vote, ...basis, chosen: [ids[2] ?? ''] });
    expect(done.chosen).toEqual([ids[2]]);
    await course.set('livelihood.variant', 'voted');
  });
});
