import { randomBytes } from 'node:crypto';
import { type CityDistrict, cityDistrict, cityTicket } from '@huying/testing/city';
import { testDatabase } from '@huying/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signMessage } from '../index.ts';
import { secretBytes } from './partner-key.ts';
import type { Taken } from './ticket.ts';

const db = await testDatabase();
let here: CityDistrict;
let count = 0;
const nextNumber = () => `SZX20260701${String(++count).padStart(4, '0')}`;

beforeAll(async () => {
  here = await cityDistrict(db);
});
afterAll(() => here.close());

const rows = async <R>(sql: string, params: readonly unknown[]) => (await db.pool.query(sql, [...params])).rows as R[];
const casesOf = (number: string) =>
  rows<{ id: string; data: Record<string, unknown>; clocks: object }>(
    `select id, data, clocks from case_record where external_number = $1`,
    [number],
  );
const exchangesOf = (number: string) =>
  rows<{ kind: string; status: string; attempts: number; body: Record<string, unknown>; last_error: string | null }>(
    `select kind, status, attempts, body, last_error from exchange_message where city_number = $1 order by at, id`,
    [number],
  );

describe('a ticket of the city', () => {
  it('opens a case with the number and the deadline of the city, in the words of the district', async () => {
    const number = nextNumber();
    const answer = await here.city.sendTickets(cityTicket(number));
    expect(answer).toMatchObject({ status: 201, body: { number, status: 'opened' } });
    const [one] = await casesOf(number);
    expect(one?.data).toMatchObject({
      channel: 'city',
      cityNumber: number,
      cityDue: Date.parse('2026-07-08T18:00:00+08:00'),
      demandKind: 'complaint',
      demandClass: 'A01',
      urgency: 'ordinary',
      place: { cell: '440199001001001', address: '人民路 12 号' },
      phone: { sealed: expect.any(String) },
    });
    const view = await here.district.view('acceptor', { id: one?.id ?? '' });
    const due = (name: string) => view.clocks.find((clock) => clock.name === name)?.due ?? '';
    expect(due('city')).toBe('2026-07-08T10:00:00.000Z');
    expect(due('whole') < due('city')).toBe(true);
  });

  it('opens one case however often it is sent, also when the answer was lost', async () => {
    const number = nextNumber();
    const first = await here.city.sendTickets(cityTicket(number));
    const again = await here.city.sendTickets(cityTicket(number));
    expect(again).toEqual({ status: 200, body: { ...(first.body as Taken), status: 'repeated' } });
    const utc = cityTicket(number, { due: '2026-07-08T10:00:00Z', phone: '138 0013 8000' });
    expect((await here.city.sendTickets(utc)).body).toMatchObject({ status: 'repeated' });
    expect(await casesOf(number)).toHaveLength(1);
    expect(await exchangesOf(number)).toMatchObject([{ kind: 'ticket', status: 'taken', attempts: 3 }]);
  });

  it('opens one case when twenty are sent at once', async () => {
    const number = nextNumber();
    const answers = await Promise.all(Array.from({ length: 20 }, () => here.city.sendTickets(cityTicket(number))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
    expect(new Set(answers.map(({ body }) => (body as Taken).case)).size).toBe(1);
    expect(await casesOf(number)).toHaveLength(1);
    expect((await exchangesOf(number))[0]).toMatchObject({ attempts: 20 });
  });

  it('whose case is there by another way opens no second one', async () => {
    const number = nextNumber();
    const { district } = here;
    const fields = {
      title: '旧工单',
      words: '导入的工单',
      demandKind: 'complaint',
      demandClass: 'A01',
      channel: 'city',
      cityNumber: number,
    };
    const external = { source: 'city', number };
    const known = await district.run('system', district.operations.open, { type: 'ticket', fields, external });
    expect(await here.city.sendTickets(cityTicket(number))).toEqual({
      status: 200,
      body: { number, status: 'repeated', case: known.number },
    });
    expect(await casesOf(number)).toHaveLength(1);
  });

  it('that comes with other content is noted on the timeline and told to the desk, and changes nothing by itself', async () => {
    const number = nextNumber();
    await here.city.sendTickets(cityTicket(number));
    const [before] = await casesOf(number);
    const changed = cityTicket(number, { words: '井盖已经破裂，很危险。', phone: '13900139000' });
    expect((await here.city.sendTickets(changed)).body).toMatchObject({ status: 'noted' });
    expect((await here.city.sendTickets(changed)).body).toMatchObject({ status: 'repeated' });
    expect((await here.city.sendTickets(cityTicket(number))).body).toMatchObject({ status: 'repeated' });
    expect(await casesOf(number)).toEqual([before]);
    const entries = await here.district.ledger(before?.id ?? '');
    const notes = entries.filter(({ what }) => what === 'cityUpdate');
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({
      visibility: 'internal',
      body: {
        asked: { words: '井盖已经破裂，很危险。' },
        changed: [
          { name: 'phone' },
          { name: 'words', from: '车辆经过时井盖响声很大，影响休息。', to: '井盖已经破裂，很危险。' },
        ],
      },
    });
    expect(JSON.stringify(entries)).not.toContain('13900139000');
    const notices = (await here.outbox()).filter(
      ({ key }) => key.includes(before?.id ?? '-') && key.includes('update:'),
    );
    expect(notices).toMatchObject([{ kind: 'notice', body: { what: 'cityUpdate' } }]);
    expect(notices[0]?.body).toHaveProperty('recipients.0.account');
  });

  it('that comes with other content after closing is refused, the same content is not', async () => {
    const number = nextNumber();
    await here.city.sendTickets(cityTicket(number));
    const [one] = await casesOf(number);
    await here.district.act('shiftLeader', { id: one?.id ?? '' }, 'returnToCity', { answer: '不属本区' });
    expect((await here.city.sendTickets(cityTicket(number))).body).toMatchObject({ status: 'repeated' });
    expect(await here.city.sendTickets(cityTicket(number, { title: '另一件事' }))).toMatchObject({
      status: 409,
      body: { code: 'exchange.ticketClosed' },
    });
  });

  it('is kept without anything of the caller in the clear', async () => {
    const number = nextNumber();
    await here.city.sendTickets(cityTicket(number));
    await here.city.sendTickets(cityTicket(nextNumber(), { kind: '表扬' }));
    const kept = await rows<{ all: string }>(
      `select string_agg(body::text || coalesce(last_error, ''), '') as all from exchange_message`,
      [],
    );
    expect(kept[0]?.all).toContain(number);
    expect(kept[0]?.all).not.toMatch(/13800138000|王丽华/);
  });

  it('is refused as a whole, with every place that is wrong in the words of the city, and nothing half-done', async () => {
    const number = nextNumber();
    const wrong = cityTicket(number, {
      kind: '表扬',
      class: '外星事务',
      due: '2026-06-01T08:00:00+08:00',
      latitude: undefined,
    });
    const answer = await here.city.sendTickets(wrong);
    expect(answer).toMatchObject({ status: 422, body: { code: 'exchange.ticketRefused', params: { number } } });
    const paths = (answer.body as { problems: { path: string }[] }).problems.map(({ path }) => path);
    expect(paths).toEqual(['/kind', '/class', '/due', '/longitude']);
    expect(await casesOf(number)).toEqual([]);
    expect(await exchangesOf(number)).toMatchObject([{ status: 'refused', attempts: 1 }]);
    await here.city.sendTickets(wrong);
    expect(await exchangesOf(number)).toMatchObject([{ status: 'refused', attempts: 2 }]);
    expect(await here.city.sendTickets(cityTicket(number))).toMatchObject({ status: 201 });
  });

  it('is refused where our own rules refuse a value, at the place of the city', async () => {
    const answer = await here.city.sendTickets(cityTicket(nextNumber(), { phone: '12345' }));
    expect(answer).toMatchObject({ status: 422, body: { problems: [{ path: '/phone' }] } });
  });

  it('follows the mapping table of the district, in which the rest may have a line', async () => {
    await here.setParameter('exchange.cityClasses', { 道路: 'A02', '*': 'B01' });
    const [named, other] = [nextNumber(), nextNumber()];
    await here.city.sendTickets([cityTicket(named, { class: '道路' }), cityTicket(other, { class: '外星事务' })]);
    expect((await casesOf(named))[0]?.data).toMatchObject({ demandClass: 'A02' });
    expect((await casesOf(other))[0]?.data).toMatchObject({ demandClass: 'B01' });
    here.district.clock.advance(1000);
    await here.setParameter('exchange.cityClasses', {});
  });

  it('among many is taken or refused for itself', async () => {
    const [good, bad, twice] = [nextNumber(), nextNumber(), nextNumber()];
    await here.city.sendTickets(cityTicket(twice));
    const answer = await here.city.sendTickets([
      cityTicket(bad, { kind: '表扬' }),
      cityTicket(good),
      cityTicket(twice),
    ]);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        tickets: [
          { number: bad, status: 'refused', problem: { code: 'exchange.ticketRefused' } },
          { number: good, status: 'opened' },
          { number: twice, status: 'repeated' },
        ],
      },
    });
  });
});

describe('a notice of the city', () => {
  const taken = async () => {
    const number = nextNumber();
    await here.city.sendTickets(cityTicket(number));
    return { number, id: (await casesOf(number))[0]?.id ?? '' };
  };
  const at = '2026-07-01T09:30:00+08:00';

  it('to urge is done as the action that the definition allows a platform, once', async () => {
    const { number, id } = await taken();
    const notice = { number, kind: 'urged', at, text: '群众再次来电' } as const;
    expect(await here.city.sendNotice(notice, `u-${number}`)).toEqual({
      status: 200,
      body: { number, status: 'acted', action: 'urge' },
    });
    expect((await here.city.sendNotice(notice, `u-${number}`)).body).toMatchObject({ status: 'repeated' });
    const urges = (await here.district.ledger(id)).filter(({ what }) => what === 'urge');
    expect(urges).toMatchObject([{ actor: { kind: 'partner' }, body: { asked: { note: '群众再次来电' } } }]);
  });

  it('sent twenty times at once is done once', async () => {
    const { number, id } = await taken();
    const notice = { number, kind: 'urged', at } as const;
    await Promise.all(Array.from({ length: 20 }, () => here.city.sendNotice(notice, `t-${number}`)));
    expect((await here.district.ledger(id)).filter(({ what }) => what === 'urge')).toHaveLength(1);
  });

  it('that no action stands for is kept on the timeline and told to the desk', async () => {
    const { number, id } = await taken();
    const notice = { number, kind: 'extension-refused', at, text: '请按期办结' } as const;
    expect((await here.city.sendNotice(notice, `e-${number}`)).body).toEqual({ number, status: 'noted' });
    const entries = (await here.district.ledger(id)).filter(({ what }) => what === 'cityNotice');
    expect(entries).toMatchObject([{ body: { notice: 'extension-refused', text: '请按期办结' } }]);
    expect((await here.outbox()).find(({ key }) => key === `notice:${id}:notice:e-${number}`)).toBeDefined();
  });

  it('that grants an extension moves the deadline of the city, and is kept where it names none', async () => {
    const { number, id } = await taken();
    const due = '2026-07-10T18:00:00+08:00';
    const granted = { number, kind: 'extension-granted', at, due } as const;
    expect((await here.city.sendNotice(granted, `g-${number}`)).body).toMatchObject({ status: 'acted' });
    const [row] = (await db.pool.query('select data from case_record where id = $1', [id])).rows;
    expect(row.data.cityDue).toBe(Date.parse(due));
    const vague = { number, kind: 'extension-granted', at } as const;
    expect((await here.city.sendNotice(vague, `v-${number}`)).body).toMatchObject({ status: 'noted' });
  });

  it('to urge a closed case is kept, since the case can no longer be urged', async () => {
    const { number, id } = await taken();
    await here.district.act('shiftLeader', { id }, 'returnToCity', { answer: '不属本区' });
    expect((await here.city.sendNotice({ number, kind: 'urged', at }, `c-${number}`)).body).toMatchObject({
      status: 'noted',
    });
    const what = (await here.district.ledger(id)).map((entry) => entry.what);
    expect(what).toContain('cityNotice');
    expect(what).not.toContain('urge');
  });

  it('is refused for a number nobody knows, and under an id that said something else', async () => {
    const { number } = await taken();
    expect(await here.city.sendNotice({ number: 'NONE1', kind: 'urged', at }, 'n1')).toMatchObject({
      status: 404,
      body: { code: 'exchange.numberUnknown' },
    });
    await here.city.sendNotice({ number, kind: 'note', at, text: '甲' }, 'same');
    expect(await here.city.sendNotice({ number, kind: 'note', at, text: '乙' }, 'same')).toMatchObject({
      status: 409,
      body: { code: 'exchange.idReused' },
    });
  });
});

describe('the door', () => {
  const post = async (change: {
    body?: string;
    key?: string;
    secret?: Buffer;
    away?: number;
    headers?: Record<string, string>;
    door?: string;
  }) => {
    const body = change.body ?? JSON.stringify(cityTicket(nextNumber()));
    const signed = signMessage(
      [change.secret ?? secretBytes(here.key.secret)],
      `m-${count}`,
      here.services.now() + (change.away ?? 0),
      body,
    );
    const response = await fetch(`${here.doors}/exchange/city/${change.door ?? 'tickets'}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${change.key ?? here.key.key}`,
        ...signed,
        ...change.headers,
      },
    });
    return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
  };
  const told = (status: number, code: string) => ({
    status,
    type: 'application/problem+json; charset=utf-8',
    body: { code, status, detail: expect.any(String), remedy: expect.any(String) },
  });

  it.each([
    ['an unknown key', { key: '440199.unknown' }, 401, 'exchange.keyRefused'],
    ['a district that does not exist', { key: '999999.unknown' }, 401, 'exchange.keyRefused'],
    ['a key that names no district', { key: "x'; drop table" }, 401, 'exchange.unsigned'],
    ['a wrong secret', { secret: randomBytes(32) }, 401, 'exchange.signature'],
    ['an old timestamp', { away: -301_000 }, 401, 'exchange.timestamp'],
    ['a timestamp to come', { away: 301_000 }, 401, 'exchange.timestamp'],
    ['no signature', { headers: { 'webhook-signature': '' } }, 401, 'exchange.signature'],
    ['no JSON', { body: '{' }, 400, 'request.json'],
    ['a NUL', { body: '{"number":"\\u0000"}' }, 400, 'request.json'],
    ['a list without end', { body: '['.repeat(100_000) }, 400, 'request.json'],
    ['a property too many', { body: JSON.stringify({ ...cityTicket('A1'), admin: true }) }, 400, 'request.invalid'],
    ['a number for a text', { body: JSON.stringify({ ...cityTicket('A1'), title: 1 }) }, 400, 'request.invalid'],
    ['a path for a number', { body: JSON.stringify(cityTicket('../../etc/passwd')) }, 400, 'request.invalid'],
    ['nothing', { body: '[]' }, 400, 'request.invalid'],
    [
      '1 MB of emoji',
      { body: JSON.stringify(cityTicket('A1', { words: '😀'.repeat(262_144) })) },
      400,
      'request.invalid',
    ],
    ['11 MB', { body: 'x'.repeat(11 * 1_048_576) }, 413, 'request.tooLarge'],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'request.mediaType'],
    [
      'a workbook of notices',
      {
        door: 'notices',
        headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
      },
      415,
      'request.mediaType',
    ],
    [
      'a notice of no known kind',
      { door: 'notices', body: JSON.stringify({ number: 'A1', kind: 'x', at: '2026-07-01T08:00:00Z' }) },
      400,
      'request.invalid',
    ],
    [
      'a notice of no date',
      { door: 'notices', body: JSON.stringify({ number: 'A1', kind: 'note', at: '2026-99-01T08:00:00Z' }) },
      400,
      'request.invalid',
    ],
  ])('refuses %s with an error of the catalogue in JSON', async (_, change, status, code) => {
    expect(await post(change)).toMatchObject(told(status, code));
  });

  it('refuses what carries no key at all, in the language asked for', async () => {
    const response = await fetch(`${here.doors}/exchange/city/tickets`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', 'accept-language': 'en-GB' },
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'exchange.unsigned', detail: 'The request is not signed.' });
  });

  it('refuses a body changed after signing', async () => {
    const body = JSON.stringify(cityTicket(nextNumber()));
    const headers = signMessage([secretBytes(here.key.secret)], 'tampered', here.services.now(), body);
    expect(await post({ body: body.replace('井盖', '道路'), headers: { ...headers } })).toMatchObject(
      told(401, 'exchange.signature'),
    );
  });

  it('keeps words that look like code as words', async () => {
    const number = nextNumber();
    const words = `<script>alert(1)</script> '; drop table case_record; --`;
    expect(await post({ body: JSON.stringify(cityTicket(number, { words })) })).toMatchObject({ status: 201 });
    expect((await casesOf(number))[0]?.data).toMatchObject({ words });
  });
});
