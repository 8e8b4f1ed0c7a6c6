import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, type Course, courseOf, type PersonName, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let course: Course;
beforeAll(async () => {
  district = await testDistrict(db);
  course = courseOf(district);
});

const PEOPLE: readonly PersonName[] = [
  'operator',
  'acceptor',
  'eastAcceptor',
  'dispatcher',
  'eastDispatcher',
  'shiftLeader',
  'callbackOfficer',
  'supervisor',
  'auditor',
  'verifier',
  'westVerifier',
  'eastVerifier',
  'waterVerifier',
  'waterHead',
  'waterClerk',
  'pipesHandler',
  'pumpsClerk',
  'roadsHead',
  'roadsClerk',
  'willowClerk',
];

/** Whose "my work" holds the case. */
async function atWork({ id }: Receipt): Promise<PersonName[]> {
  const found: PersonName[] = [];
  for (const who of PEOPLE) {
    const { items } = await district.run(who, district.operations.list, { worklist: 'mine', limit: 200 });
    if (items.some((item) => item.id === id)) found.push(who);
  }
  return found;
}

describe('my work', () => {
  it('holds a case for those who must do the next step, in every state', async () => {
    expect(await atWork(await district.open())).toEqual(['acceptor']);
    expect(await atWork(await course.filed())).toEqual(['dispatcher']);
    expect(await atWork(await course.dispatched())).toEqual(['waterClerk', 'pumpsClerk']);
    expect(await atWork(await course.done())).toEqual(['verifier', 'westVerifier']);
    expect(await atWork(await course.verified())).toEqual(['acceptor']);
    expect(await atWork(await course.callback())).toEqual(['callbackOfficer']);
    expect(await atWork(await course.closed())).toEqual([]);
    const confirming = await district.open();
    await district.act('acceptor', confirming, 'confirmFirst', { question: '是否缺失' });
    expect(await atWork(confirming)).toEqual(['verifier', 'westVerifier', 'waterVerifier']);
  });

  it('holds it for the person assigned besides the desk, until it is handled', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'assign', { handler: district.posts.pipesHandler.id });
    expect(await atWork(ticket)).toEqual(['waterClerk', 'pipesHandler', 'pumpsClerk']);
    await district.act('pipesHandler', ticket, 'handled', { handled: '已更换' });
    expect(await atWork(ticket)).toEqual(['verifier', 'westVerifier']);
  });

  it('holds an application for whoever decides it', async () => {
    const extension = await course.handling();
    await district.act('waterClerk', extension, 'askExtension', { days: 2, reason: '缺件' });
    expect(await atWork(extension)).toEqual(['dispatcher', 'waterClerk', 'pumpsClerk']);
    await district.act('dispatcher', extension, 'grantExtension');
    expect(await atWork(extension)).toEqual(['waterClerk', 'pumpsClerk']);
    const hold = await course.handling();
    await district.act('waterClerk', hold, 'askHold', { awaited: '汛期结束', until: '2026-08-01' });
    expect(await atWork(hold)).toEqual(['shiftLeader', 'waterClerk', 'pumpsClerk']);
  });

  it('holds a press for the head of the unit until it is answered', async () => {
    const ticket = await course.handling();
    await district.act('supervisor', ticket, 'press', { demand: '今日回复' });
    expect(await atWork(ticket)).toEqual(['waterHead', 'waterClerk', 'pumpsClerk']);
    await district.act('waterHead', ticket, 'replyPress', { reply: '明日修复' });
    expect(await atWork(ticket)).toEqual(['waterClerk', 'pumpsClerk']);
  });

  it('holds a question for the unit asked until it answered', async () => {
    const ticket = await course.handling();
    const part = { assisting: district.units.roads, question: '是否占道', mandatory: true };
    await district.act('waterClerk', ticket, 'askUnit', part);
    expect(await atWork(ticket)).toEqual(['waterClerk', 'pumpsClerk', 'roadsClerk']);
    await district.act('roadsClerk', ticket, 'answerUnit', { answer: '不占道' });
    expect(await atWork(ticket)).toEqual(['waterClerk', 'pumpsClerk']);
  });

  it('lists a case once, by the step of the reader that is due first', async () => {
    const ticket = await course.handling();
    await district.act('waterClerk', ticket, 'assign', { handler: district.posts.waterClerk.id });
    const { items } = await district.run('waterClerk', district.operations.list, { worklist: 'mine', limit: 200 });
    const mine = items.filter(({ id }) => id === ticket.id);
    expect(mine).toHaveLength(1);
    expect(items.map(({ stepDue }) => stepDue)).toEqual([...items.map(({ stepDue }) => stepDue)].sort());
  });

  it('what is in it can be done: each reader may take a step of every case listed', async () => {
    for (const who of PEOPLE) {
      const { items } = await district.run(who, district.operations.list, { worklist: 'mine', limit: 200 });
      for (const item of items) {
        const { actions } = await district.view(who, item);
        expect([who, item.state.id, actions.some(({ allowed }) => allowed)]).toEqual([who, item.state.id, true]);
      }
    }
  });
});
