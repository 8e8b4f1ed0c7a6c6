import { testDatabase } from '@huying/testing/database';
import { testDistrict } from '@huying/testing/district';
import { type VoteCourse, voteCourse } from '@huying/testing/livelihood';
import { beforeAll, describe, expect, it } from 'vitest';
import { openReadyAccount } from '../../identity/index.ts';
import { type Capacity, runOperation } from '../../ledger/index.ts';
import { changeOrg, insertOrg } from '../../org/index.ts';

const db = await testDatabase();
let course: VoteCourse;
let voters: Capacity[] = [];

/** Three hundred deputies beside the one of the district. */
async function deputies(many: number, prefix = 'deputy'): Promise<Capacity[]> {
  const { district } = course;
  return district.inside(async (ctx) => {
    await changeOrg(ctx);
    const posts = [];
    for (let number = 0; number < many; number++) {
      const account = ctx.id();
      const name = `${prefix}-${number}`;
      await openReadyAccount(ctx.tx, ctx.now, {
        id: account,
        name,
        displayName: name,
        locale: 'zh',
        passwordHash: 'x',
        home: ctx.tenant,
      });
      posts.push({
        id: ctx.id(),
        account,
        unit: district.units.district,
        role: 'deputy',
        area: null,
        from: ctx.now,
        to: null,
      });
    }
    await insertOrg(ctx.tx, ctx.tenant, [], posts);
    return posts.map(({ id, account }, number) => ({
      tenant: ctx.tenant,
      actor: { kind: 'person' as const, account, post: id, name: `deputy-${number}` },
    }));
  });
}

beforeAll(async () => {
  course = await voteCourse(db, await testDistrict(db));
  await course.set('livelihood.ballots', 'electronic');
  voters = await deputies(300);
  course.district.clock.advance(1_000);
});

const choose = (ids: readonly string[], approve: readonly number[]) =>
  Object.fromEntries(ids.map((id, at) => [id, approve.includes(at) ? ('approve' as const) : ('oppose' as const)]));

describe('an electronic vote', () => {
  it('of three hundred deputies over fifteen candidates is counted, recounted at once and certified', async () => {
    const { district, operations } = course;
    const ids = await course.candidates(Array.from({ length: 15 }, (_, at) => `项目${at + 1}`));
    const { id, version } = await course.opened(ids, { variant: 'electronic', seats: 10, mostApprovals: 10 });
    await Promise.all(
      voters.map((capacity, number) => {
        const approve = Array.from({ length: 10 }, (_, at) => (at < 8 || number % 3 > 0 ? at : at + 5));
        return runOperation(district.services, operations.cast, {
          ...capacity,
          input: { id, choices: choose(ids, approve) },
        });
      }),
    );
    const open = await district.run('congressOfficer', operations.vote, { id });
    // While it is open nothing is told but how many voted.
    expect(open).toMatchObject({ roll: { members: 301, voted: 300 }, result: null });
    expect(await course.refused('congressOfficer', operations.recount, { id })).toBe('vote.notOpen');
    const closed = await district.run('congressOfficer', operations.closeVote, { id, version, present: 300 });
    const counted = await district.run('congressOfficer', operations.recount, { id });
    expect(counted.ballots).toBe(300);
    expect(counted.totals.map(({ approve }) => approve)).toEqual([...Array(8).fill(300), 200, 200, 0, 0, 0, 100, 100]);
    const done = await district.run('congressOfficer', operations.certify, {
      id,
      version: closed.version,
      meeting: '区十八届人大三次会议',
      document: '清人发〔2027〕3号',
    });
    expect(done.chosen).toEqual(ids.slice(0, 10));
    expect((await district.run('congressOfficer', operations.recount, { id })).same).toBe(true);
  });

  it('takes one ballot of each, over the whole list, with no more approvals than there may be', async () => {
    const { district, operations } = course;
    const ids = await course.candidates(['甲', '乙', '丙']);
    const { id, version } = await course.opened(ids, { variant: 'electronic', mostApprovals: 2 });
    const cast = (input: object) => course.refused('deputy', operations.cast, { id, ...input } as never);
    expect(await cast({ choices: choose(ids.slice(1), [0]) })).toBe('vote.ballot');
    expect(await cast({ choices: { ...choose(ids, [0]), [voters[0]?.actor.post ?? '']: 'approve' } })).toBe(
      'vote.ballot',
    );
    expect(await cast({ choices: choose(ids, [0, 1, 2]) })).toBe('vote.tooMany');
    expect(await cast({ choices: choose(ids, [0, 1]) })).toBe('done');
    expect(await cast({ choices: choose(ids, [2]) })).toBe('vote.votedAlready');
    const view = await district.run('deputy', operations.vote, { id });
    expect([view.mine, view.may]).toEqual([{ voted: true }, []]);
    expect(await course.refused('congressOfficer', operations.closeVote, { id, version, present: 0 })).toBe(
      'vote.present',
    );
    await district.run('congressOfficer', operations.closeVote, { id, version, present: 5 });
    const [late] = voters;
    const tries = runOperation(district.services, operations.cast, {
      ...(late as Capacity),
      input: { id, choices: choose(ids, [0]) },
    });
    await expect(tries).rejects.toMatchObject({ code: 'vote.notOpen' });
  });

  it('sent twice at the same moment counts once', async () => {
    const { district, operations } = course;
    const ids = await course.candidates(['丁', '戊', '己']);
    const { id, version } = await course.opened(ids, { variant: 'electronic' });
    const tried = await Promise.allSettled(
      Array.from({ length: 8 }, () => district.run('deputy', operations.cast, { id, choices: choose(ids, [0]) })),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await district.run('congressOfficer', operations.closeVote, { id, version, present: 1 });
    expect((await district.run('congressOfficer', operations.recount, { id })).ballots).toBe(1);
  });

  it('knows its roll at the opening: who becomes a deputy later has no ballot', async () => {
    const { district, operations } = course;
    const ids = await course.candidates(['庚', '辛', '壬']);
    const { id } = await course.opened(ids, { variant: 'electronic' });
    const [late] = await deputies(1, 'late');
    district.clock.advance(1_000);
    const call = { ...(late as Capacity), input: { id, choices: choose(ids, [0]) } };
    await expect(runOperation(district.services, operations.cast, call)).rejects.toMatchObject({
      code: 'vote.notYours',
    });
  });

  it('is refused where the congress does not ask for it', async () => {
    await course.set('livelihood.ballots', 'certified');
    const ids = await course.candidates(['子', '丑', '寅']);
    await expect(course.prepared(ids, { variant: 'electronic' })).rejects.toMatchObject({ code: 'vote.variant' });
    await course.set('livelihood.ballots', 'electronic');
  });
});

describe('the secret of the ballot', () => {
  it('holds: nothing that is kept anywhere joins a voter with a ballot', async () => {
    const { district, operations } = course;
    const ids = await course.candidates(['卯', '辰', '巳', '午', '未', '申', '酉', '戌']);
    const { id, version } = await course.opened(ids, { variant: 'electronic', seats: 3 });
    // Each votes for a pattern of their own, in a known order, an hour apart.
    const some = voters.slice(0, 24);
    for (const [number, capacity] of some.entries()) {
      district.clock.advance(3_600_000);
      const approve = ids.map((_, at) => at).filter((at) => ((number + 1) >> at) & 1);
      await runOperation(district.services, operations.cast, {
        ...capacity,
        input: { id, choices: choose(ids, approve) },
      });
    }
    const kept = await district.inside(async ({ tx, tenant }) => ({
      columns: await tx.rows<{ table_name: string; column_name: string }>(
        `select table_name, column_name from information_schema.columns where table_name in ('voter', 'ballot')`,
      ),
      voters: await tx.rows<{ account: string; tid: string; xid: string }>(
        'select account, ctid::text as tid, xmin::text as xid from voter where tenant = $1 and vote = $2 and voted',
        [tenant, id],
      ),
      boxes: await tx.rows<{ choices: string[]; xid: string }>(
        'select choices, xmin::text as xid from ballot where tenant = $1 and vote = $2',
        [tenant, id],
      ),
      ledger: await tx.rows<{ text: string }>(
        `select convert_from(bytes, 'UTF8') as text from ledger where tenant = $1 and subject = $2`,
        [tenant, id],
      ),
      keys: await tx.rows<{ n: number }>(
        `select count(*)::integer as n from idempotency_key where operation = 'vote.cast'`,
      ),
      outbox: await tx.rows<{ text: string }>('select body::text as text from outbox where tenant = $1', [tenant]),
    }));
    const names = (table: string) =>
      kept.columns.filter((one) => one.table_name === table).map((one) => one.column_name);
    // No key in common but the vote itself, and no time.
    expect(names('voter').toSorted()).toEqual(['account', 'tenant', 'vote', 'voted']);
    expect(names('ballot').toSorted()).toEqual(['choices', 'tenant', 'vote']);
    expect(kept.voters).toHaveLength(24);
    // All ballots lie in one row: what every row carries of its transaction and its place tells nothing of any one of them.
    expect(kept.boxes).toHaveLength(1);
    const box = kept.boxes[0]?.choices ?? [];
    expect(box).toHaveLength(24);
    // They lie in the order of what they say, whoever came first.
    expect(box).toEqual([...box].sort());
    expect(new Set(box).size).toBe(24);
    // The ledger tells of the opening, of no voter, no ballot and no choice.
    const told = kept.ledger.map(({ text }) => text).join('\n');
    for (const { account } of kept.voters) expect(told).not.toContain(account);
    for (const ballot of box) expect(told).not.toContain(ballot);
    expect(kept.ledger).toHaveLength(2);
    expect(kept.keys).toEqual([{ n: 0 }]);
    expect(kept.outbox.filter(({ text }) => text.includes(id))).toEqual([]);
    await district.run('congressOfficer', operations.closeVote, { id, version, present: 24 });
  });
});
