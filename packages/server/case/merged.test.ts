import { testDatabase } from '@huying/testing/database';
import {
  type CaseDistrict,
  type Course,
  courseOf,
  type PersonName,
  points,
  testDistrict,
} from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Receipt, seeToFollowersOf } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let course: Course;
beforeAll(async () => {
  district = await testDistrict(db);
  course = courseOf(district);
});

type Ticket = Pick<Receipt, 'id' | 'number'>;

const mark = (one: Ticket, main: Ticket) => district.act('operator', one, 'markDuplicate', { earlier: main.number });
const seeTo = (main: Ticket) => seeToFollowersOf(district.services, district.tenant, main.id);
const merged = ({ id }: Ticket, who: PersonName = 'auditor') => district.run(who, district.operations.merged, { id });

describe('a main case that many follow', () => {
  it('is read with fifty of them, in the order in which they joined, and goes on to the rest', async () => {
    const main = await district.open();
    const followers: string[] = [];
    for (let count = 0; count < 53; count += 1) {
      const one = await district.open();
      await mark(one, main);
      followers.push(one.id);
    }
    const first = await merged(main);
    expect(first).toMatchObject({ count: 53, waiting: 53, unseen: 0, answered: 0 });
    const input = { id: main.id, after: first.next ?? '' };
    const rest = await district.run('auditor', district.operations.merged, input);
    expect(first.followers.map(({ id }) => id)).toEqual(followers.slice(0, 50));
    expect(rest.followers.map(({ id }) => id)).toEqual(followers.slice(50));
    expect([rest.next, rest.count]).toEqual([null, 53]);
    const { links, followers: told } = await district.view('auditor', main);
    expect([links, told]).toEqual([[], 53]);
  });
});

describe('when a main case is reopened', () => {
  const notSolved = { solved: 'no', satisfied: 'dissatisfied', justified: true };
  const close = (main: Ticket) => district.act('acceptor', main, 'close', { result: 'fixed', answer: '已修复。' });
  const eastern = { cell: null, point: points.east, address: '东岸路 3 号', datum: 'WGS84' };

  it('its page tells which were answered with it, theirs that it was reopened; none of them follows again', async () => {
    const main = await course.verified();
    const [one, late, east] = [await district.open(), await district.open(), await district.open({ place: eastern })];
    await mark(one, main);
    await mark(east, main);
    await close(main);
    await seeTo(main);
    expect(await merged(main)).toMatchObject({ waiting: 0, answered: 2, reopened: false });
    expect(await merged(one)).toMatchObject({ into: { id: main.id }, intoReopened: false });
    await district.act('callbackOfficer', main, 'callBack', notSolved);
    await mark(late, main);
    await seeTo(main);
    expect(await merged(main)).toMatchObject({ waiting: 1, answered: 2, reopened: true });
    expect(await merged(one)).toMatchObject({ into: { id: main.id }, intoReopened: true });
    // Whoever does not see the main case still learns that the answer given here may not stand.
    expect(await merged(east, 'eastDispatcher')).toMatchObject({ into: null, intoUnseen: true, intoReopened: true });
    expect(await merged(late)).toMatchObject({ into: { id: main.id }, intoReopened: false });
    expect((await district.view('auditor', one)).state.id).toBe('callback');
  });

  it('one whose own caller is not content comes back by itself, and is no longer among the answered', async () => {
    const main = await course.verified();
    const one = await district.open();
    await mark(one, main);
    await close(main);
    await seeTo(main);
    await district.act('callbackOfficer', main, 'callBack', notSolved);
    await district.act('callbackOfficer', one, 'callBack', notSolved);
    expect((await district.view('auditor', one)).state.id).toBe('handling');
    expect(await merged(main)).toMatchObject({ count: 1, waiting: 0, answered: 0, reopened: false });
    expect(await merged(one)).toMatchObject({ intoReopened: false });
  });
});
