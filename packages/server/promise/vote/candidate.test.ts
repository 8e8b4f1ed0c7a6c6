import { testDatabase } from '@huying/testing/database';
import { areaCodes, points, refusalOf } from '@huying/testing/district';
import { type VoteCourse, voteCourse } from '@huying/testing/livelihood';
import { beforeAll, describe, expect, it } from 'vitest';
import { linksOf } from '../../link/index.ts';

const db = await testDatabase();
let course: VoteCourse;
const burst: string[] = [];

beforeAll(async () => {
  course = await voteCourse(db);
  const { district } = course;
  for (let number = 0; number < 4; number++) {
    const { id } = await district.open({ title: `井盖 ${number}` });
    await district.act('acceptor', { id }, 'file', { matter: '01002', condition: '01002-2' });
    burst.push(id);
  }
  const east = { place: { cell: areaCodes.eastCell, point: points.east, address: '', datum: 'WGS84' } };
  const { id } = await district.open(east);
  await district.act('acceptor', { id }, 'file', { matter: '01002', condition: '01002-2' });
});

const period = { from: '2026-06-01', to: '2026-07-31' };

describe('a cluster of calls', () => {
  it('is of one matter at one place, with its count, and opens to its rows', async () => {
    const { district, operations } = course;
    const { items } = await district.run('supervisor', operations.clusters, period);
    expect(items).toMatchObject([
      { matter: { code: '01002' }, area: { code: areaCodes.westCommunity }, calls: 4, open: 4 },
    ]);
    const place = { matter: '01002', area: areaCodes.westCommunity };
    const rows = await district.run('supervisor', operations.clusterRows, { ...period, ...place });
    expect(rows.items.map(({ id }) => id).toSorted()).toEqual(burst.toSorted());
    const none = { from: '2026-05-01', to: '2026-05-31' };
    expect((await district.run('supervisor', operations.clusters, none)).items).toEqual([]);
    const wrong = { from: '2026-08-01', to: '2026-07-31' };
    expect(await course.refused('supervisor', operations.clusters, wrong)).toBe('vote.period');
  });

  it('becomes a candidate by a person, and both sides show the link', async () => {
    const { district, operations } = course;
    const draft = {
      year: 2027,
      title: '更换破损井盖',
      domain: '市政',
      content: '更换 120 处',
      source: 'calls' as const,
    };
    const { id } = await district.run('supervisor', operations.propose, { ...draft, cases: burst });
    const view = await district.run('supervisor', operations.candidate, { id });
    expect([view.cases, view.origin.length]).toEqual([4, 4]);
    const ticket = await district.view('supervisor', { id: burst[0] ?? '' });
    expect(ticket.links).toContainEqual({ kind: 'origin', of: 'candidate', id, to: 'to' });
    expect(ticket.timeline.at(-1)?.label.zh).toBe('列入民生实事候选建议：更换破损井盖');
    const links = await district.inside((ctx) => linksOf(ctx, id));
    expect(links.every(({ kind, to }) => kind === 'origin' && to.id === id)).toBe(true);
    // Who reads no cases is told how many there are, and none of them.
    const told = await district.run('reportEditor', operations.candidate, { id });
    expect([told.cases, told.origin]).toEqual([4, []]);
    // A case that one may not see cannot be made an origin.
    const mine = { ...draft, cases: [burst[0] ?? ''] };
    expect(await refusalOf(district.run('roadsClerk', operations.propose, mine))).toBe('case.unknown');
  });
});

describe('a candidate', () => {
  const draft = { year: 2028, title: '社区食堂', domain: '为老', content: '建 5 处', source: 'deputy' as const };

  it('is edited by whoever proposed it until it is taken up, and by those who screen until it is submitted', async () => {
    const { district, operations } = course;
    const { id, version } = await district.run('deputy', operations.propose, draft);
    const words = { title: '社区长者食堂', domain: '为老', content: '建 6 处' };
    const edited = await district.run('deputy', operations.edit, { id, version, ...words });
    expect(await course.refused('reportEditor', operations.edit, { id, version, ...words })).toBe('vote.changed');
    const taken = await district.run('reportEditor', operations.screen, {
      id,
      version: edited.version,
      take: true,
      reason: '可落实',
    });
    expect(await course.refused('deputy', operations.edit, { id, version: taken.version, ...words })).toBe(
      'vote.notYours',
    );
    await district.run('reportEditor', operations.edit, { id, version: taken.version, ...words, budget: 300 });
    const [view] = (await district.run('reportEditor', operations.candidates, { year: 2028 })).items;
    expect(view).toMatchObject({ no: 1, title: '社区长者食堂', budget: 300, state: 'candidate', reason: '可落实' });
    const others = await course.candidates(['乙', '丙'], 2028);
    await course.opened([id, ...others], { year: 2028 });
    const late = { id, version: (view?.version ?? 0) + 1, ...words };
    expect(await course.refused('reportEditor', operations.edit, late)).toBe('vote.submitted');
  });

  it('that is left out is left out with a reason, which whoever proposed it reads and others do not', async () => {
    const { district, operations } = course;
    const { id, version } = await district.run('deputy', operations.propose, { ...draft, year: 2029 });
    const input = { id, version, take: false, reason: '超出财力，列入储备' };
    await district.run('supervisor', operations.screen, input);
    expect(await district.run('deputy', operations.candidate, { id })).toMatchObject({
      state: 'screened-out',
      reason: input.reason,
    });
    expect(await course.refused('waterClerk', operations.candidate, { id })).toBe('vote.unknownCandidate');
    const { items } = await district.run('waterClerk', operations.candidates, { year: 2029 });
    expect(items).toEqual([]);
  });

  it('list tells how the district usually votes, as its parameters say', async () => {
    const { district, operations } = course;
    const usual = async () => (await district.run('congressOfficer', operations.candidates, { year: 2028 })).usual;
    expect(await usual()).toEqual({ variant: 'certified', seats: 10, base: 'all', ties: 'second-round' });
    await course.set('livelihood.seats', 12);
    await course.set('livelihood.majorityOf', 'present');
    await course.set('livelihood.tie', 'chair');
    await course.set('livelihood.variant', 'decided');
    expect(await usual()).toEqual({ variant: 'decided', seats: 12, base: 'present', ties: 'chair' });
    await course.set('livelihood.variant', 'voted');
  });

  it('gets the next number of its year, however many are screened at once', async () => {
    const { district, operations } = course;
    const made = await Promise.all(
      Array.from({ length: 6 }, () =>
        district.run('reportEditor', operations.propose, { ...draft, year: 2030, source: 'government' }),
      ),
    );
    await Promise.all(
      made.map(({ id, version }) =>
        district.run('reportEditor', operations.screen, { id, version, take: true, reason: '可' }),
      ),
    );
    const { items } = await district.run('leader', operations.candidates, { year: 2030 });
    expect(items.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
