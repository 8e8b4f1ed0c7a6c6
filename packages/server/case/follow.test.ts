import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, type Course, callerPhone, courseOf, testDistrict } from '@huying/testing/district';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Receipt, requireFound } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let course: Course;
let ticket: Receipt;
beforeAll(async () => {
  district = await testDistrict(db);
  course = courseOf(district);
});
beforeEach(async () => {
  ticket = await course.filed();
});

const ask = (number: string, phone: string) => district.run('system', district.operations.askCode, { number, phone });
const follow = (number: string, code: string) => district.run('system', district.operations.follow, { number, code });

const codes = (of: Receipt) => district.codes(of);

async function code(): Promise<string> {
  await ask(ticket.number, callerPhone);
  return (await codes(ticket)).at(-1) ?? '';
}

const wrong = (right: string) => (right === '000000' ? '000001' : '000000');

describe('asking for a code', () => {
  it('answers the same for a wrong telephone, a wrong number and the right ones', async () => {
    const answers = [
      await ask(ticket.number, callerPhone),
      await ask(ticket.number, '13900139000'),
      await ask('HX-20260101-999999', callerPhone),
      await ask('HX\u0000-1', callerPhone),
      await ask("' or 1=1 --", '00000'),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await codes(ticket)).toHaveLength(1);
  });

  it('knows the telephone however it is written', async () => {
    await ask(` ${ticket.number} `, '138 0013-8000');
    expect(await codes(ticket)).toHaveLength(1);
  });

  it('sends one code a minute, and a new one takes the place of the old', async () => {
    const first = await code();
    await ask(ticket.number, callerPhone);
    expect(await codes(ticket)).toHaveLength(1);
    district.clock.advance(60_000);
    const second = await code();
    expect(await codes(ticket)).toHaveLength(2);
    if (first !== second) expect(await follow(ticket.number, first)).toMatchObject({ found: false });
    expect(await follow(ticket.number, second)).toMatchObject({ found: true });
  });
});

describe('following', () => {
  it('needs the code sent for this very case', async () => {
    const other = await course.filed();
    const right = await code();
    expect(await follow(other.number, right)).toMatchObject({ found: false });
    const shown = requireFound(await follow(ticket.number, right));
    expect(shown).toMatchObject({ number: ticket.number, state: { zh: '待派遣' }, result: null, light: 'green' });
    expect(shown.promised).toBe(shown.due);
    expect(() => requireFound({ found: false })).toThrowError(expect.objectContaining({ code: 'case.follow' }));
  });

  it('ends after ten minutes', async () => {
    const right = await code();
    district.clock.advance(10 * 60_000 - 1);
    expect(await follow(ticket.number, right)).toMatchObject({ found: true });
    district.clock.advance(1);
    expect(await follow(ticket.number, right)).toMatchObject({ found: false });
  });

  it('counts every try, and after five even the right code is refused until another is sent', async () => {
    const right = await code();
    const tries = await Promise.all(Array.from({ length: 20 }, () => follow(ticket.number, wrong(right))));
    expect(tries.every(({ found }) => !found)).toBe(true);
    expect(await follow(ticket.number, right)).toMatchObject({ found: false });
    district.clock.advance(60_000);
    expect(await follow(ticket.number, await code())).toMatchObject({ found: true });
  });

  it('shows the promise first given beside the one that stands after an extension', async () => {
    const extended = await course.handling();
    await district.act('waterClerk', extended, 'askExtension', { days: 2, reason: '缺件' });
    await district.act('dispatcher', extended, 'grantExtension');
    ticket = extended;
    const shown = await follow(extended.number, await code());
    expect(shown.promised).toBe('2026-07-08T10:00:00.000Z');
    expect(shown.due).toBe('2026-07-10T10:00:00.000Z');
    expect(shown.sentence?.zh).toMatch(/\d/);
  });
});
