import type { HuyingError } from '@huying/kit/error';
import { verifyChains } from '@huying/server/ledger';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, type Course, courseOf, points, refusalOf, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { linksOf } from '../link/index.ts';
import { type Receipt, seeToFollowersOf } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let course: Course;
beforeAll(async () => {
  district = await testDistrict(db);
  course = courseOf(district);
});

type Ticket = Pick<Receipt, 'id' | 'number'>;

const eastern = { cell: null, point: points.east, address: '东岸路 3 号', datum: 'WGS84' };

const mark = (one: Ticket, main: Ticket, who: 'operator' | 'dispatcher' = 'operator') =>
  district.act(who, one, 'markDuplicate', { earlier: main.number });
const seeTo = (main: Ticket) => seeToFollowersOf(district.services, district.tenant, main.id);
const state = async (one: Ticket) => (await district.view('auditor', one)).state.id;
const whats = async ({ id }: Ticket) => (await district.ledger(id)).map(({ what }) => what);
const merged = (one: Ticket) => district.run('auditor', district.operations.merged, { id: one.id });
const links = ({ id }: Ticket) =>
  district.inside(async (ctx) => (await linksOf(ctx, id)).map(({ kind, from, to }) => [kind, from.id, to.id]));
const jobs = async ({ id }: Ticket) => {
  const { rows } = await db.pool.query<{ key: string }>(`select key from graphile_worker.jobs where key like $1`, [
    `%${id}`,
  ]);
  return rows.length;
};
const closeMain = (main: Ticket) =>
  district.act('acceptor', main, 'close', { result: 'fixed', answer: '路灯已修复。' });

describe('a case marked as a duplicate', () => {
  it('follows its main case; both keep their numbers and stay readable, and both ledgers say so', async () => {
    const [main, one] = [await course.handling(), await district.open()];
    const promised = (await district.view('auditor', one)).due;
    await mark(one, main);
    expect(await district.view('auditor', one)).toMatchObject({
      number: one.number,
      due: promised,
      state: { id: 'merged' },
    });
    expect(await whats(one)).toEqual(['open', 'markDuplicate']);
    const entry = (await district.ledger(main.id)).at(-1);
    expect(entry).toMatchObject({
      what: 'takeIn',
      visibility: 'internal',
      actor: { name: 'operator' },
      body: { asked: { waiting: 1 } },
    });
    expect(JSON.stringify(entry)).not.toContain(one.id);
    expect(await links(one)).toEqual([['merged', one.id, main.id]]);
    expect(await merged(one)).toMatchObject({ into: { id: main.id }, intoUnseen: false, followers: [], count: 0 });
    expect(await merged(main)).toMatchObject({
      into: null,
      followers: [{ id: one.id }],
      unseen: 0,
      count: 1,
      waiting: 1,
    });
    const told = (await district.sent('notice')).findLast(
      ({ body }) => body.case === main.id && body.what === 'takeIn',
    );
    expect(told?.to).toContain('waterClerk');
  });

  it('is found by a number written in small or full-width letters', async () => {
    const [main, one] = [await district.open(), await district.open()];
    await mark(one, { ...main, number: ` ${main.number.toLowerCase().replace('hx', 'ｈｘ')} ` });
    expect(await links(one)).toEqual([['merged', one.id, main.id]]);
  });

  it('counts those who follow the same main case', async () => {
    const main = await district.open();
    for (let count = 0; count < 3; count += 1) await mark(await district.open(), main);
    const entries = (await district.ledger(main.id)).filter(({ what }) => what === 'takeIn');
    expect(entries.map(({ body }) => (body as { asked: { waiting: number } }).asked.waiting)).toEqual([1, 2, 3]);
  });
});

describe('marking is refused', () => {
  const tries = (one: Ticket, number: string) =>
    refusalOf(district.act('operator', one, 'markDuplicate', { earlier: number }));

  it('where there is no such number, alike where the actor may not see it', async () => {
    const hidden = await district.open();
    const one = await district.open();
    expect(await tries(one, 'HX-20200101-999999')).toBe('case.mainUnknown');
    const east = await district.open({ place: eastern });
    const seen = async (number: string) => {
      try {
        await district.act('eastDispatcher', east, 'markDuplicate', { earlier: number });
        return 'done';
      } catch (error) {
        const { code, params } = error as HuyingError;
        return [code, Object.keys(params)];
      }
    };
    expect(await seen(hidden.number)).toEqual(await seen('HX-20200101-999999'));
  });

  it('for itself, for a case that follows another, and for one that is followed: so nothing goes round in a circle', async () => {
    const [a, b, c] = [await district.open(), await district.open(), await district.open()];
    expect(await tries(a, a.number)).toBe('case.mainItself');
    await mark(b, a);
    const attempt = mark(c, b).catch((error: HuyingError) => error);
    expect(await attempt).toMatchObject({ code: 'case.mainFollows', params: { into: a.number } });
    expect(await tries(a, c.number)).toBe('case.isFollowed');
    expect(await tries(a, b.number)).toBe('case.isFollowed');
    expect([await state(a), await state(c)]).toEqual(['received', 'received']);
  });

  it('by the button already, with the reason, on a case that others follow; on one that follows there is none', async () => {
    const [main, one] = [await district.open(), await district.open()];
    await mark(one, main);
    const button = async (of: Ticket) =>
      (await district.view('operator', of)).actions.find(({ name }) => name === 'markDuplicate');
    expect(await button(main)).toMatchObject({
      allowed: false,
      reason: { zh: expect.stringContaining('1 件工单的主件') },
    });
    expect(await button(one)).toBeUndefined();
    await district.act('dispatcher', one, 'separate', { reason: '不是同一处' });
    expect(await button(main)).toMatchObject({ allowed: true });
  });

  it('for a main case that was closed before this one was opened, or closed with nothing that answers others', async () => {
    const main = await course.closed();
    district.clock.advance(60_000);
    expect(await tries(await district.open(), main.number)).toBe('case.mainClosedBefore');
    const [answered, one] = [await district.open(), await district.open()];
    await district.act('operator', answered, 'answer', { answer: '请拨打供水热线。' });
    expect(await tries(one, answered.number)).toBe('case.mainUnanswered');
  });

  it('to whoever may not act before the number is looked at', async () => {
    const one = await district.open();
    expect(await refusalOf(district.act('callbackOfficer', one, 'markDuplicate', { earlier: 'HX-1' }))).toBe(
      'case.notYours',
    );
  });

  it('to one of two clerks who mark each other’s case at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await district.open(), await district.open()];
      const act = (one: Ticket, main: Ticket) =>
        refusalOf(
          district.run(
            'operator',
            district.operations.act,
            { id: one.id, action: 'markDuplicate', asked: { earlier: main.number } },
            `key-${one.id}`,
          ),
        );
      const ends = await Promise.all([act(a, b), act(b, a)]);
      expect(ends.filter((end) => end === 'done')).toHaveLength(1);
      expect(['case.isFollowed', 'case.mainFollows']).toContain(ends.find((end) => end !== 'done'));
      expect((await links(a)).length).toBe(1);
    }
  });

  it('to none of many who mark cases of the same few at once, but for what stands in the way', async () => {
    const cases: Receipt[] = [];
    for (let count = 0; count < 8; count += 1) cases.push(await district.open());
    const pairs = cases.flatMap((one, index) =>
      [1, 3].map((step) => [one, cases[(index + step) % cases.length]] as const),
    );
    const ends = await Promise.all(pairs.map(([one, main]) => refusalOf(mark(one, main as Ticket))));
    expect(ends).toContain('done');
    const allowed = ['done', 'case.isFollowed', 'case.mainFollows', 'case.wrongState'];
    expect(ends.filter((end) => !allowed.includes(end))).toEqual([]);
    for (const one of cases) {
      const { into, count } = await merged(one);
      expect(into !== null && count > 0).toBe(false);
    }
  });
});

describe('when the main case is answered', () => {
  it('those that follow are answered alike and called back: with its result, its answer, its unit, and an SMS', async () => {
    const main = await course.verified();
    const [one, silent] = [await district.open(), await district.open({ phone: undefined, caller: undefined })];
    await mark(one, main);
    await mark(silent, main);
    expect(await jobs(main)).toBe(0);
    await closeMain(main);
    expect(await jobs(main)).toBe(1);
    expect(await seeTo(main)).toEqual({ answered: 2, released: 0, told: 0 });
    const view = await district.view('callbackOfficer', one);
    expect(view).toMatchObject({
      state: { id: 'callback' },
      result: { id: 'fixed' },
      unit: { id: district.units.water },
    });
    expect(view.fields.find(({ name }) => name === 'answer')?.value).toBe('路灯已修复。');
    expect((await district.ledger(one.id)).at(-1)).toMatchObject({
      what: 'answerMerged',
      visibility: 'public',
      actor: { name: '系统' },
    });
    const sms = (await district.sent('sms')).filter(({ body }) => body.case === one.id);
    expect(sms.map(({ body }) => body.template)).toEqual(['closed']);
    expect(await state(silent)).toBe('closed');
    await district.act('callbackOfficer', one, 'callBack', {
      solved: 'no',
      satisfied: 'dissatisfied',
      justified: true,
    });
    expect(await district.view('waterClerk', one)).toMatchObject({ state: { id: 'handling' }, round: 2 });
  });

  it('nothing happens twice, however often the job runs, and what was left is done when it runs again', async () => {
    const main = await course.verified();
    const followers = [await district.open(), await district.open(), await district.open()];
    for (const one of followers) await mark(one, main);
    await closeMain(main);
    const sum = await Promise.all([seeTo(main), seeTo(main), seeTo(main)]);
    expect(sum.reduce((all, { answered }) => all + answered, 0)).toBe(3);
    expect(await seeTo(main)).toEqual({ answered: 0, released: 0, told: 0 });
    for (const one of followers) expect(await whats(one)).toEqual(['open', 'markDuplicate', 'answerMerged']);
  });

  it('a job that is broken off anywhere leaves each of them as it was or answered, and the next run answers the rest', async () => {
    const main = await course.verified();
    const followers = [await district.open(), await district.open(), await district.open()];
    for (const one of followers) await mark(one, main);
    await closeMain(main);
    let left = 0;
    const dying = {
      ...district.services,
      id: () => {
        left -= 1;
        if (left < 0) throw new Error('killed');
        return district.services.id();
      },
    };
    let answered = 0;
    for (let ids = 1; answered < 3; ids += 2) {
      left = ids;
      await seeToFollowersOf(dying, district.tenant, main.id).catch(() => undefined);
      const states = await Promise.all(followers.map(state));
      expect(states.filter((one) => one !== 'merged' && one !== 'callback')).toEqual([]);
      answered = states.filter((one) => one === 'callback').length;
    }
    for (const one of followers) expect(await whats(one)).toEqual(['open', 'markDuplicate', 'answerMerged']);
    const sms = (await district.sent('sms')).filter(({ body }) => followers.some(({ id }) => id === body.case));
    expect(sms).toHaveLength(3);
  });

  it('a case opened before it was closed may still be merged into it, and is answered at once', async () => {
    const one = await district.open();
    const main = await course.callback();
    await mark(one, main);
    expect(await jobs(main)).toBe(1);
    expect(await seeTo(main)).toMatchObject({ answered: 1 });
    expect(await state(one)).toBe('callback');
  });

  it('the city is told of those that it sent, each under its own number', async () => {
    const main = await course.verified();
    const one = await district.open({ cityNumber: 'S-77', channel: 'city' });
    await mark(one, main);
    await closeMain(main);
    await seeTo(main);
    const told = (await district.sent('city')).filter(({ body }) => body.case === one.id);
    expect(told.map(({ body }) => [body.message, body.cityNumber])).toContainEqual(['reply', 'S-77']);
  });
});

describe('when the main case ends without an answer for others', () => {
  it('those that follow are handled by themselves again, where they came from', async () => {
    const main = await district.open();
    const [received, filed] = [await district.open(), await course.filed()];
    await mark(received, main);
    await mark(filed, main, 'dispatcher');
    await district.act('shiftLeader', main, 'decline', { answer: '不属受理范围' });
    expect(await seeTo(main)).toEqual({ answered: 0, released: 2, told: 0 });
    expect([await state(received), await state(filed)]).toEqual(['received', 'filed']);
    expect(await links(received)).toEqual([]);
    expect(await merged(main)).toMatchObject({ count: 0, waiting: 0 });
    const other = await district.open();
    await mark(received, other);
    expect(await state(received)).toBe('merged');
  });
});

describe('when the main case is reopened', () => {
  it('those not yet called back are told in their ledger, once each time; those that wait go on waiting', async () => {
    const main = await course.verified();
    const [one, late] = [await district.open(), await district.open()];
    await mark(one, main);
    await closeMain(main);
    await seeTo(main);
    await district.act('callbackOfficer', main, 'callBack', {
      solved: 'no',
      satisfied: 'dissatisfied',
      justified: true,
    });
    await mark(late, main);
    expect(await seeTo(main)).toEqual({ answered: 0, released: 0, told: 1 });
    expect(await seeTo(main)).toEqual({ answered: 0, released: 0, told: 0 });
    expect(await whats(one)).toEqual(['open', 'markDuplicate', 'answerMerged', 'mainReopened']);
    expect([await state(one), await state(late)]).toEqual(['callback', 'merged']);
    const { timeline } = await district.view('callbackOfficer', one);
    expect(timeline.at(-1)?.label).toEqual({ zh: '主件已重新打开', en: 'The main case was reopened' });
  });
});

describe('a duplicate taken apart', () => {
  it('is handled by itself again, with a reason; the main case is told, and its answer goes to it no more', async () => {
    const main = await course.verified();
    const one = await district.open();
    await mark(one, main);
    expect(await refusalOf(district.act('dispatcher', one, 'separate'))).toBe('case.asked');
    await district.act('dispatcher', one, 'separate', { reason: '不是同一处' });
    expect(await links(one)).toEqual([]);
    expect((await district.ledger(main.id)).at(-1)).toMatchObject({ what: 'letGo', body: { asked: { waiting: 0 } } });
    await closeMain(main);
    expect(await jobs(main)).toBe(0);
    expect(await state(one)).toBe('received');
  });

  it('while the main case is being closed comes out one way or the other, and whole', async () => {
    const main = await course.verified();
    const one = await district.open();
    await mark(one, main);
    await closeMain(main);
    const [end, sum] = await Promise.all([
      refusalOf(district.act('dispatcher', one, 'separate', { reason: '不是同一处' })),
      seeTo(main),
    ]);
    expect([end, sum.answered]).toEqual(end === 'done' ? ['done', 0] : ['case.wrongState', 1]);
    expect(await state(one)).toBe(end === 'done' ? 'received' : 'callback');
  });

  it('leaves chains that verify', async () => {
    expect(await verifyChains(db, district.tenant)).toMatchObject({ broken: null });
  });
});
