import { runOperation } from '@huying/server/ledger';
import { endPost, setDeputy } from '@huying/server/org';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, type Course, courseOf, type PersonName, testDistrict } from '@huying/testing/district';
import { beforeEach, describe, expect, it } from 'vitest';
import { timekeeper } from '../clock/index.ts';
import { caseTimerHandler } from './fire.ts';
import type { Receipt } from './index.ts';

const db = await testDatabase();
let count = 0;
let district: CaseDistrict;
let course: Course;
beforeEach(async () => {
  count += 1;
  // A district of its own for each test: time passes for all of its cases.
  district = await testDistrict(db, { tenant: `timer-${count}` });
  course = courseOf(district);
});

async function rungs({ id }: Pick<Receipt, 'id'>): Promise<string[]> {
  return (await district.ledger(id))
    .filter(({ what }) => what === 'rung')
    .map(({ body }) => {
      const { clock, rung } = body as { clock: string; rung: string };
      return `${clock} ${rung}`;
    });
}

interface Waiting {
  readonly clock: string;
  readonly rung: string;
  readonly at: Date;
  readonly tries: number;
  readonly failure: string | null;
}

const waiting = (id: string) =>
  district.inside(({ tx, tenant }) =>
    tx.rows<Waiting>(
      'select clock, rung, at, tries, failure from timer where tenant = $1 and subject = $2 and fired_at is null order by at, rung',
      [tenant, id],
    ),
  );

const told = async (rung: string) =>
  (await district.sent('notice')).filter(({ body }) => body.what === rung).map(({ to }) => to);

const leaves = (who: PersonName) =>
  runOperation(district.services, endPost, {
    ...district.as('system'),
    input: { post: district.posts[who].id, reason: '调离' },
  });

describe('rungs', () => {
  it('wait for the clocks that run, and go with those that stop', async () => {
    const ticket = await district.open();
    const names = async () => (await waiting(ticket.id)).map(({ clock, rung }) => `${clock} ${rung}`);
    expect(await names()).toEqual(['accept late', 'accept escalated', 'whole warned', 'whole late']);
    await district.act('acceptor', ticket, 'file', { matter: '01002', condition: '01002-2' });
    expect(await names()).toEqual(['dispatch late', 'dispatch escalated', 'whole warned', 'whole late']);
    await district.act('dispatcher', ticket, 'dispatch', { unit: district.units.water, dispatchReason: '职责' });
    expect(await names()).toContain('handle circulated');
  });

  it('fire once each, with eight timekeepers at once, in the order they are due', async () => {
    const tickets = await Promise.all(Array.from({ length: 12 }, () => district.open()));
    district.clock.advance(31 * 60_000);
    const fired = await Promise.all(Array.from({ length: 8 }, () => district.timekeeper().fireDue()));
    expect(fired.reduce((sum, one) => sum + one, 0)).toBe(24);
    for (const ticket of tickets) expect(await rungs(ticket)).toEqual(['accept late', 'accept escalated']);
    expect(await told('late')).toHaveLength(12);
    expect(await district.timekeeper().fireDue()).toBe(0);
  });

  it('are all fired by one timekeeper in one go, however many a case has', async () => {
    const ticket = await course.dispatched();
    district.at('2026-07-20 09:00');
    await district.timekeeper().fireDue();
    expect((await waiting(ticket.id)).filter(({ at }) => at.getTime() <= district.clock.now())).toEqual([]);
    expect(await rungs(ticket)).toEqual(
      expect.arrayContaining(['sign late', 'handle supervised', 'handle circulated', 'whole late']),
    );
  });

  it('do not count as steps: who looked at the case before may still act', async () => {
    const ticket = await district.open();
    district.clock.advance(16 * 60_000);
    await district.timekeeper().fireDue();
    await district.run('acceptor', district.operations.act, { id: ticket.id, action: 'file', asked: {}, version: 1 });
  });

  it('tell the acceptors of the area first and the shift leader when that is over', async () => {
    await district.open();
    district.clock.advance(31 * 60_000);
    await district.timekeeper().fireDue();
    expect(await told('late')).toEqual([['acceptor']]);
    expect(await told('escalated')).toEqual([['shiftLeader']]);
  });

  it('of handling reach the head of the unit, then the supervisor', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'assign', { handler: district.posts.pipesHandler.id });
    district.at('2026-07-10 18:00');
    await district.timekeeper().fireDue();
    const ofHandling = (await district.sent('notice'))
      .filter(({ body }) => ['warn', 'urge', 'escalate', 'circulate'].includes(String(body.does)))
      .filter(({ body }) => (body.label as { zh: string }).zh === '处置')
      .map(({ to, body }) => [body.what, to]);
    expect(ofHandling).toEqual([
      ['warned', ['pipesHandler', 'waterClerk']],
      ['late', ['waterClerk', 'waterHead']],
      ['supervised', ['supervisor']],
      ['circulated', ['supervisor']],
    ]);
  });
});

describe('a vacant post', () => {
  it('is passed over upwards: the desk’s rungs go to the head, the head’s to the supervisor', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'assign', { handler: district.posts.pipesHandler.id });
    for (const who of ['waterClerk', 'pumpsClerk', 'pipesHandler'] as const) await leaves(who);
    district.at('2026-07-02 18:00');
    await district.timekeeper().fireDue();
    expect(await told('warned')).toContainEqual(['waterHead']);
    await leaves('waterHead');
    district.at('2026-07-03 12:00');
    await district.timekeeper().fireDue();
    expect((await told('late')).at(-1)).toEqual(['supervisor']);
  });

  it('of the centre is passed over along the roles', async () => {
    await leaves('acceptor');
    await leaves('shiftLeader');
    await district.open();
    district.clock.advance(16 * 60_000);
    await district.timekeeper().fireDue();
    expect(await told('late')).toEqual([['supervisor']]);
  });

  it('that somebody stands in for is not vacant: the deputy is told', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'assign', { handler: district.posts.pipesHandler.id });
    const now = district.clock.now();
    await runOperation(district.services, setDeputy, {
      ...district.as('system'),
      input: {
        post: district.posts.pipesHandler.id,
        account: district.posts.pumpsClerk.account,
        from: now,
        to: now + 5 * 86_400_000,
      },
    });
    district.clock.advance(1);
    await district.act('dispatcher', ticket, 'urge');
    const body = (await district.sent('notice')).at(-1)?.body ?? {};
    const accounts = (body.recipients as { account: string }[]).map(({ account }) => account);
    expect(accounts).toContain(district.posts.pumpsClerk.account);
  });
});

describe('a hold', () => {
  it('ends by itself on its date, once, and the clock goes on with what it had left', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'askHold', { awaited: '汛期结束', until: '2026-07-15' });
    await district.act('shiftLeader', ticket, 'grantHold');
    district.at('2026-07-15 17:59');
    await district.timekeeper().fireDue();
    expect((await district.view('auditor', ticket)).state.id).toBe('held');
    district.at('2026-07-15 18:00');
    await Promise.all(Array.from({ length: 8 }, () => district.timekeeper().fireDue()));
    const view = await district.view('auditor', ticket);
    expect(view).toMatchObject({ state: { id: 'handling' }, heldUntil: null });
    expect(view.clocks.find(({ name }) => name === 'handle')?.due).toBe('2026-07-17T10:00:00.000Z');
    const resumed = (await district.ledger(ticket.id)).filter(({ what }) => what === 'resume');
    expect(resumed.map(({ actor, visibility }) => [actor.kind, visibility])).toEqual([['system', 'public']]);
  });

  it('ended earlier by somebody does not end again', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'askHold', { awaited: '汛期结束', until: '2026-07-15' });
    await district.act('shiftLeader', ticket, 'grantHold');
    await district.act('waterClerk', ticket, 'resume');
    district.at('2026-07-16 09:00');
    await district.timekeeper().fireDue();
    expect((await district.ledger(ticket.id)).filter(({ what }) => what === 'resume')).toHaveLength(1);
  });
});

describe('a rung that cannot be carried out', () => {
  it('is put off, longer each time, with the reason kept, and fires in the end; others are not held up', async () => {
    const broken = await district.open();
    const sound = await district.open();
    district.clock.advance(16 * 60_000);
    const handler = caseTimerHandler(district.services);
    let fails = true;
    const keeper = timekeeper(district.services, {
      case: async (ctx, timer) => {
        const done = await handler(ctx, timer);
        if (fails && timer.subject === broken.id) throw new Error('a disk is full');
        return done;
      },
    });
    expect(await keeper.fireDue()).toBe(1);
    expect(await rungs(sound)).toEqual(['accept late']);
    expect(await rungs(broken)).toEqual([]);
    const put = async () => (await waiting(broken.id)).find(({ rung, clock }) => rung === 'late' && clock === 'accept');
    expect(await put()).toMatchObject({
      tries: 1,
      failure: 'Error: a disk is full',
      at: new Date(district.clock.now() + 10_000),
    });
    expect(await keeper.fireDue()).toBe(0);
    district.clock.advance(10_000);
    await keeper.fireDue();
    expect(await put()).toMatchObject({ tries: 2, at: new Date(district.clock.now() + 20_000) });
    fails = false;
    district.clock.advance(20_000);
    expect(await keeper.fireDue()).toBe(1);
    expect(await rungs(broken)).toEqual(['accept late']);
  });

  it('for which this process has no engine waits for one that has', async () => {
    await district.open();
    district.clock.advance(16 * 60_000);
    expect(await timekeeper(district.services, {}).fireDue()).toBe(0);
    expect(await district.timekeeper().fireDue()).toBe(1);
  });
});

describe('an ended case', () => {
  it('urges nobody any more, also where an optional question was never answered', async () => {
    const ticket = await course.handling();
    const part = { assisting: district.units.roads, question: '是否占道', mandatory: false };
    await district.act('waterClerk', ticket, 'askUnit', part);
    await district.act('waterClerk', ticket, 'handled', { handled: '已更换' });
    await district.act('verifier', ticket, 'verify', { passed: true, verified: '属实' });
    await district.act('acceptor', ticket, 'close', { result: 'fixed', answer: '已更换' });
    await district.act('callbackOfficer', ticket, 'callBack', { solved: 'yes', satisfied: 'fair' });
    expect(await waiting(ticket.id)).toEqual([]);
  });
});
