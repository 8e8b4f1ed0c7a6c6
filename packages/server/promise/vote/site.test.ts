import { testDatabase } from '@huying/testing/database';
import { areaCodes, points, refusalOf } from '@huying/testing/district';
import { type VoteCourse, voteCourse } from '@huying/testing/livelihood';
import { beforeAll, describe, expect, it } from 'vitest';
import { linksOf } from '../../link/index.ts';
import { loadBundle } from '../core/bundle.ts';
import { promiseOperations } from '../core/operations.ts';
import { findPromise } from '../core/store.ts';

const db = await testDatabase();
let course: VoteCourse;
let promise = '';

const photo = async (who: 'waterClerk' | 'verifier' = 'waterClerk') =>
  course.district.inside(async ({ tx, tenant, id, now }) => {
    const file = id();
    await tx.run(
      `insert into file (tenant, id, name, type, size, width, height, sha256, uploaded_by, uploaded_at)
       values ($1, $2, 'p.jpg', 'image/jpeg', 10, 4, 3, $3, $4, $5)`,
      [tenant, file, Buffer.alloc(32, 7), course.district.posts[who].account, new Date(now)],
    );
    return file;
  });
const bundleOf = () =>
  course.district.inside(async (ctx) => {
    const found = await findPromise(ctx.tx, ctx.tenant, promise);
    if (found === undefined) throw new Error('no promise');
    return loadBundle(ctx, found);
  });
const siteAt = async (name: string) => {
  const { items } = await course.district.run('waterClerk', course.operations.sites, { promise });
  const found = items.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

beforeAll(async () => {
  course = await voteCourse(db);
  const { district, operations } = course;
  const { units } = district;
  const ids = (await course.candidates(['老旧小区加装电梯', '公园', '食堂'], 2026)) as [string, string, string];
  const vote = await course.opened(ids, { year: 2026, members: 201 });
  const counts = { present: 200, issued: 200, returned: 200, valid: 200, void: 0 };
  const totals = ids.map((candidate, at) => ({ candidate, approve: 184 - at * 60, oppose: 0, abstain: 16 + at * 60 }));
  await district.run('congressOfficer', operations.certify, {
    ...vote,
    meeting: '区人代会',
    document: '清人发〔2026〕2号',
    counts,
    totals,
  });
  const one = await district.run('reportEditor', operations.candidate, { id: ids[0] });
  const make = { id: one.id, version: one.version, unit: units.water, sites: 3, telephone: '020-12345678' };
  expect(await course.refused('waterHead', operations.make, make)).toBe('vote.notYours');
  promise = (await district.run('reportEditor', operations.make, make)).promise;
});

describe('a chosen candidate', () => {
  it('changes only as the standing committee of the congress decided, with its document', async () => {
    const { district } = course;
    const core = promiseOperations(district.services);
    const { revision } = await district.run('waterHead', core.askRevision, {
      ...{ id: promise, what: 'measure', new: '以竣工验收为准', reason: '标准细化' },
    });
    const decide = (authority: string, document?: string) =>
      refusalOf(
        district.run('congressOfficer', core.decideRevision, {
          ...{ id: promise, revision, decision: 'approved' as const, authority, meeting: '第八次会议' },
          ...{ effectiveFrom: '2026-07-01', ...(document === undefined ? {} : { document }) },
        }),
      );
    expect(await decide('区人民政府', '清府〔2026〕8号')).toBe('promise.congressAuthority');
    expect(await decide('区人大常委会')).toBe('promise.congressAuthority');
    expect(await decide('区人大常委会', '清人常〔2026〕8号')).toBe('done');
    const { revisions } = await district.run('supervisor', core.read, { id: promise });
    expect(revisions).toMatchObject([{ what: 'measure', state: 'approved', congress: true }]);
  });

  it('becomes a livelihood project once, issued, linked to where it came from', async () => {
    const { district, operations } = course;
    const { promise: made, indicators } = await bundleOf();
    expect(made).toMatchObject({
      kind: 'livelihood',
      due: '2026-12-31',
      leadUnit: district.units.water,
      firmness: 'binding',
    });
    expect(made.issuedOn).not.toBeNull();
    expect(indicators.map(({ name, value }) => [name, value])).toEqual([
      ['sites', 3],
      ['paid', null],
    ]);
    const [origin] = await district.inside((ctx) => linksOf(ctx, promise));
    expect(origin).toMatchObject({ kind: 'origin', from: { kind: 'candidate' }, to: { kind: 'promise', id: promise } });
    const { items } = await district.run('leader', operations.candidates, { year: 2026 });
    expect(items.map(({ state }) => state)).toEqual(['official', 'chosen', 'not-chosen']);
    const again = { id: items[0]?.id ?? '', version: items[0]?.version ?? 0, unit: district.units.water };
    expect(await course.refused('reportEditor', operations.make, again)).toBe('vote.submitted');
    const lost = { id: items[2]?.id ?? '', version: items[2]?.version ?? 0, unit: district.units.water };
    expect(await course.refused('reportEditor', operations.make, lost)).toBe('vote.submitted');
  });
});

describe('sites', () => {
  it('come from a sheet; one wrong row leaves all of them out, and each is told', async () => {
    const { district, operations } = course;
    const head = [
      '点位名称',
      '地址',
      '经度',
      '纬度',
      '责任单位',
      '完成时限',
      '建设内容',
      '规划许可证号',
      '特种设备登记证号',
    ];
    const good = [
      '柳园1栋',
      '柳园路1号',
      String(points.west.longitude),
      String(points.west.latitude),
      '',
      '2026-09-30',
      '加装1台',
      'GZ-1',
      'TS-1',
    ];
    const wrong = [
      head,
      good,
      ['柳园1栋', '', '', '', '', '', '', '', ''],
      ['柳园2栋', '', '113.2', '', '没有的局', '明年', '', '', ''],
    ];
    await expect(district.run('waterClerk', operations.importSites, { promise, table: wrong })).rejects.toMatchObject({
      code: 'vote.rows',
      params: { count: 2 },
      problems: [{ path: '/3' }, { path: '/4' }, { path: '/4' }, { path: '/4' }],
    });
    const sheet = [head, good, ['柳园2栋', '柳园路2号'], [], ['柳园3栋', '柳园路3号']];
    expect(await district.run('waterClerk', operations.importSites, { promise, table: sheet })).toEqual({ added: 3 });
    expect(await course.refused('waterClerk', operations.importSites, { promise, table: [['名称']] })).toBe(
      'vote.columns',
    );
    expect(await siteAt('柳园1栋')).toMatchObject({
      no: 1,
      area: { code: areaCodes.westCell },
      due: '2026-09-30',
      permits: [
        { kind: '建设工程规划许可证', number: 'GZ-1' },
        { kind: '特种设备使用登记证', number: 'TS-1' },
      ],
    });
  });

  it('go from planned to verified by reports with photos, and the indicator counts them', async () => {
    const { district, operations } = course;
    const { id, version } = await siteAt('柳园1栋');
    const on = '2026-07-01';
    const done = { id, version, state: 'completed' as const, on };
    expect(await course.refused('waterClerk', operations.reportSite, done)).toBe('vote.evidence');
    expect(await course.refused('waterClerk', operations.reportSite, { ...done, on: '2027-01-01' })).toBe(
      'vote.siteState',
    );
    const begun = await district.run('waterClerk', operations.reportSite, { id, version, state: 'under-way', on });
    const reported = await district.run('waterClerk', operations.reportSite, {
      ...{ id, version: begun.version, state: 'completed', on },
      photos: [await photo()],
    });
    const { observations, promise: now, evidence } = await bundleOf();
    expect(observations.map(({ indicator, value, source }) => [indicator, value, source])).toContainEqual([
      'sites',
      1,
      'system',
    ]);
    expect(now.rate).toBeCloseTo(1 / 3);
    expect(evidence).toMatchObject([{ site: id, kind: 'photo' }]);
    const look = { id, version: reported.version, method: 'site' as const, result: 'true' as const, words: '属实' };
    expect(await course.refused('waterClerk', operations.verifySite, look)).toBe('vote.notYours');
    const verified = await district.run('verifier', operations.verifySite, look);
    expect(verified.state).toBe('verified');
    expect((await siteAt('柳园1栋')).photos).toHaveLength(1);
    expect(
      await course.refused('waterClerk', operations.putSite, { promise, id, version: verified.version, name: 'x' }),
    ).toBe('vote.siteState');
  });

  it('are verified by a person who reported nothing there, whatever posts they hold; what fails goes back to work', async () => {
    const { district, operations } = course;
    const { id, version } = await siteAt('柳园2栋');
    const done = { id, version, state: 'completed' as const, on: '2026-07-01', photos: [await photo()] };
    const reported = await district.run('waterClerk', operations.reportSite, done);
    const look = {
      id,
      version: reported.version,
      method: 'site' as const,
      result: 'false' as const,
      words: '电梯未通电',
    };
    // The clerk who is also a verifier is the same person.
    await district.inside(({ tx, tenant }) =>
      tx.run('update site set reporters = reporters || $3::uuid where tenant = $1 and id = $2', [
        tenant,
        id,
        district.posts.verifier.account,
      ]),
    );
    expect(await course.refused('verifier', operations.verifySite, look)).toBe('vote.samePerson');
    const back = await district.run('supervisor', operations.verifySite, look);
    expect(back.state).toBe('under-way');
    const counted = (await bundleOf()).observations
      .filter(({ indicator }) => indicator === 'sites')
      .map(({ value }) => value);
    expect(counted.at(-1)).toBe(1);
  });

  it('are taken off the list by a document only, and two people at once are told of each other', async () => {
    const { district, operations } = course;
    const { id, version } = await siteAt('柳园3栋');
    const by = { authority: '区人大常委会', document: '清人常发〔2026〕9号', reason: '业主未达成一致' };
    const taken = await Promise.allSettled(
      ['supervisor', 'reportEditor'].map((who) =>
        district.run(who as 'supervisor', operations.cancelSite, { id, version, ...by }),
      ),
    );
    expect(taken.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const entries = await district.ledger(promise);
    expect(entries.find(({ what }) => what === 'site-cancelled')).toMatchObject({ visibility: 'public', body: by });
  });
});

describe('an evaluation', () => {
  const deputies = { by: 'deputies' as const, members: 29, satisfied: 17, basically: 11, not: 1 };

  it('of deputies is graded over all members: 17 of 29 is satisfied, half is not', async () => {
    const { district, operations } = course;
    const enter = (judged: typeof deputies) =>
      district.run('congressOfficer', operations.evaluate, {
        promise,
        heldOn: '2026-07-01',
        document: '测评表',
        judged,
      });
    expect(await enter(deputies)).toMatchObject({ grade: 'satisfied', n: 29, published: false });
    expect((await enter({ ...deputies, members: 34 })).grade).toBe('basically');
    expect((await enter({ ...deputies, members: 58 })).grade).toBe('not');
    const wrong = { promise, heldOn: '2026-07-01', judged: { ...deputies, members: 28 } };
    expect(await course.refused('congressOfficer', operations.evaluate, wrong)).toBe('vote.counts');
  });

  it('of users is a mean with its n, and is public when it is published', async () => {
    const { district, operations } = course;
    const judged = { by: 'users' as const, '1': 2, '2': 0, '3': 10, '4': 50, '5': 150 };
    const input = { promise, heldOn: '2026-07-01', judged };
    // Whoever verified a thing does not score it.
    expect(await course.refused('supervisor', operations.evaluate, input)).toBe('vote.samePerson');
    const one = await district.run('reportEditor', operations.evaluate, input);
    expect([one.n, one.mean?.toFixed(2)]).toEqual([212, '4.63']);
    const { published } = await district.run('congressOfficer', operations.publishEvaluations, { promise });
    expect(published).toBe(4);
    expect(await district.run('congressOfficer', operations.publishEvaluations, { promise })).toEqual({ published: 0 });
  });
});
