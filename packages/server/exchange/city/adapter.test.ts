import { type CityDistrict, cityDistrict, cityTicket } from '@huying/testing/city';
import { testDatabase } from '@huying/testing/database';
import { refusalOf } from '@huying/testing/district';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueueOutbox, pauseAfter } from '../../ledger/index.ts';
import { cityAdapter } from './adapter.ts';

const db = await testDatabase();
let here: CityDistrict;
let count = 0;

beforeAll(async () => {
  here = await cityDistrict(db, { timeout: 200 });
});
afterAll(() => here.close());

/** A ticket that is on its way to the city's first message: signed by the unit. */
const signed = async () => {
  const number = `SZA${String(++count).padStart(6, '0')}`;
  await here.city.sendTickets(cityTicket(number));
  const { rows } = await db.pool.query<{ id: string }>('select id from case_record where external_number = $1', [
    number,
  ]);
  const ticket = { id: rows[0]?.id ?? '' };
  const { district } = here;
  await district.act('acceptor', ticket, 'file', { matter: '01002', condition: '01002-2' });
  await district.act('dispatcher', ticket, 'dispatch', { unit: district.units.water, dispatchReason: '三定方案' });
  await district.act('waterClerk', ticket, 'sign');
  return { number, ticket };
};
const keptAt = (number: string) => here.city.received().filter((message) => message.number === number);
const exchanges = async (number: string) =>
  (
    await db.pool.query<{ kind: string; status: string; attempts: number; last_error: string | null }>(
      `select kind, status, attempts, last_error from exchange_message where city_number = $1 and direction = 'out' order by at, id`,
      [number],
    )
  ).rows;
const send = async () => {
  const sender = here.sender();
  const sent = await sender.sendDue();
  await sender.stop();
  return sent;
};
/** Lets every message out, whatever pauses it is in. */
const drain = async () => {
  for (let round = 0; round < 8; round++) {
    here.district.clock.advance(pauseAfter(round + 1));
    await send();
  }
};

describe('what happens to a ticket of the city', () => {
  it('is told to the city in its own words, step by step, from the sign-off to the call-back', async () => {
    const { number, ticket } = await signed();
    const { district } = here;
    await district.act('waterClerk', ticket, 'askExtension', { days: 2, reason: '需采购井盖' });
    await district.act('dispatcher', ticket, 'grantExtension');
    await district.act('waterClerk', ticket, 'handled', { handled: '内部记录：已更换井盖。' });
    await district.act('verifier', ticket, 'verify', { passed: true, verified: '已核查' });
    await district.act('acceptor', ticket, 'close', { result: 'fixed', answer: '井盖已更换，感谢反映。' });
    await district.act('callbackOfficer', ticket, 'callBack', { solved: 'yes', satisfied: 'satisfied', note: '很快' });
    await drain();
    const said = new Map(keptAt(number).map((message) => [message.message, message.said]));
    expect([...said.keys()].sort()).toEqual(['call-back', 'extension', 'progress', 'reply', 'signed']);
    expect(said.get('reply')).toEqual({ state: '待回访', result: '已处置', answer: '井盖已更换，感谢反映。' });
    expect(said.get('call-back')).toEqual({ solved: '已解决', satisfied: '满意', note: '很快' });
    expect(said.get('extension')).toMatchObject({ due: expect.any(String) });
    expect(JSON.stringify(keptAt(number))).not.toMatch(/三定方案|内部记录|13800138000|王丽华/);
    expect(keptAt(number).every(({ district: of, case: ours }) => of === '440199' && ours.startsWith('HX-'))).toBe(
      true,
    );
    expect(new Set((await exchanges(number)).map(({ status }) => status))).toEqual(new Set(['accepted']));
  });

  it('that goes back to the city says why', async () => {
    const number = `SZA${String(++count).padStart(6, '0')}`;
    await here.city.sendTickets(cityTicket(number));
    const { rows } = await db.pool.query('select id from case_record where external_number = $1', [number]);
    await here.district.act('shiftLeader', rows[0], 'returnToCity', { answer: '不属本区管辖' });
    await drain();
    expect(keptAt(number)).toMatchObject([{ message: 'return', said: { answer: '不属本区管辖' } }]);
  });
});

describe('a city that fails', () => {
  it('is asked again after growing pauses until it has accepted, once', async () => {
    const { number } = await signed();
    await drain();
    const again = await signed();
    const before = here.city.attempts();
    here.city.fail(6, 'error');
    expect(await send()).toBe(2);
    expect(await send()).toBe(0);
    for (let attempt = 1; attempt <= 3; attempt++) {
      here.district.clock.advance(pauseAfter(attempt));
      await send();
    }
    expect(here.city.attempts() - before).toBe(8);
    expect(
      keptAt(again.number)
        .map(({ message, times }) => [message, times])
        .sort(),
    ).toEqual([
      ['progress', 1],
      ['signed', 1],
    ]);
    expect(await exchanges(again.number)).toMatchObject([
      { status: 'accepted', attempts: 4, last_error: null },
      { status: 'accepted', attempts: 4, last_error: null },
    ]);
    expect(keptAt(number)).toHaveLength(2);
  });

  it('and never answers is given up for this time, and asked again', async () => {
    const { number } = await signed();
    here.city.fail(2, 'silent');
    await send();
    expect(await exchanges(number)).toMatchObject([
      { status: 'failed', last_error: 'no answer within 200 ms' },
      { status: 'failed' },
    ]);
    here.district.clock.advance(pauseAfter(1));
    await send();
    expect(keptAt(number).every(({ times }) => times === 1)).toBe(true);
    expect(keptAt(number)).toHaveLength(2);
  });

  it('after it kept a message is sent the same key again, and drops it', async () => {
    const { number } = await signed();
    here.city.fail(2, 'lost');
    await send();
    here.district.clock.advance(pauseAfter(1));
    await send();
    expect(keptAt(number).map(({ times }) => times)).toEqual([2, 2]);
    expect(await exchanges(number)).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
  });

  it('by refusing for good is not asked again, and the message is listed as dead', async () => {
    const { number } = await signed();
    here.city.fail(2, 'refuse');
    await send();
    expect(await exchanges(number)).toMatchObject([
      { status: 'refused', last_error: 'HTTP 422' },
      { status: 'refused' },
    ]);
    here.district.clock.advance(30 * 86_400_000);
    expect(await send()).toBe(0);
    expect((await here.outbox()).filter(({ state }) => state === 'dead')).toHaveLength(2);
  });
});

describe('a worker that is killed', () => {
  it('between sending and settling leaves the message to another, who sends the same key', async () => {
    const { number } = await signed();
    const adapter = cityAdapter(here.services);
    const items = await here.claimAndDie('city');
    for (const item of items) await adapter.send('440199', item);
    expect(await send()).toBe(0);
    const requests = here.city.attempts();
    here.district.clock.advance(120_000);
    expect(await send()).toBe(2);
    // The answer was kept with the exchange, so the city is not even asked again.
    expect(here.city.attempts()).toBe(requests);
    expect(keptAt(number).map(({ times }) => times)).toEqual([1, 1]);
  });

  it('before sending leaves it to be sent once', async () => {
    const { number } = await signed();
    await here.claimAndDie('city');
    here.district.clock.advance(120_000);
    await Promise.all([send(), send(), send()]);
    expect(keptAt(number).map(({ times }) => times)).toEqual([1, 1]);
  });
});

describe('a district', () => {
  it('without an address of the city keeps its messages for the workbook', async () => {
    const { number } = await signed();
    here.district.clock.advance(1000);
    await here.setParameter('exchange.cityUrl', '');
    await send();
    expect(await exchanges(number)).toMatchObject([{ status: 'listed' }, { status: 'listed' }]);
    expect(keptAt(number)).toEqual([]);
    here.district.clock.advance(1000);
    await here.setParameter('exchange.cityUrl', here.address);
  });

  it('does not send what is no message for the city', async () => {
    await here.district.inside(async (ctx) =>
      enqueueOutbox(ctx, { kind: 'city', to: 'city', key: 'odd', body: { message: 'hello' } }),
    );
    await send();
    expect((await here.outbox()).find(({ key }) => key === 'odd')).toMatchObject({ state: 'dead' });
  });
});

describe('an extension', () => {
  it('that the city decides by itself comes back and moves the deadline of the city', async () => {
    const other = await cityDistrict(db, { tenant: '440198', beside: here.district, decides: 'grant' });
    try {
      const number = 'SZB000001';
      await other.city.sendTickets(cityTicket(number));
      const { rows } = await db.pool.query<{ id: string }>('select id from case_record where external_number = $1', [
        number,
      ]);
      const ticket = { id: rows[0]?.id ?? '' };
      const { district } = other;
      await district.act('acceptor', ticket, 'file', { matter: '01002', condition: '01002-2' });
      await district.act('dispatcher', ticket, 'dispatch', { unit: district.units.water, dispatchReason: '三定方案' });
      await district.act('waterClerk', ticket, 'sign');
      await district.act('waterClerk', ticket, 'askExtension', { days: 9, reason: '需采购井盖' });
      const grant = () => district.act('dispatcher', ticket, 'grantExtension');
      expect(await refusalOf(grant())).toBe('case.beyondCity');
      const seen = (await district.view('dispatcher', ticket)).actions.find(({ name }) => name === 'grantExtension');
      expect(seen).toMatchObject({ allowed: false, reason: { zh: expect.stringContaining('超过市平台时限') } });
      const until = Date.parse('2026-12-01T18:00:00+08:00');
      await district.act('dispatcher', ticket, 'askCity', { until, reason: '需采购井盖' });
      const sender = other.sender();
      await sender.sendDue();
      await sender.stop();
      await other.city.settled();
      const entries = await district.ledger(ticket.id);
      expect(entries.at(-1)).toMatchObject({
        what: 'cityExtended',
        actor: { kind: 'partner' },
        body: { asked: { cityDue: until } },
      });
      await grant();
    } finally {
      await other.close();
    }
  });
});
