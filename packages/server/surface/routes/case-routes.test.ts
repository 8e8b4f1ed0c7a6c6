import { runOperation } from '@huying/server/ledger';
import { setParameterOperation } from '@huying/server/parameter';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';

const { ask, person, program, district } = await testProgram(await testDatabase());
const { services, operations } = program;
const call = { tenant: district.tenant, actor: district.system.actor };
let operator = '';
let acceptor = '';

beforeAll(async () => {
  const days = [{ name: '国庆节', date: '2026-10-01', isOffDay: true }];
  const value = {
    zone: 'Asia/Shanghai',
    years: [2025, 2026, 2027].map((year) => ({ year, days: year === 2026 ? days : [], complete: true })),
  };
  const setParameter = setParameterOperation(services.parameters);
  await runOperation(services, setParameter, { ...call, input: { name: 'base.calendar', value, reason: '测试' } });
  const class_ = { code: 'city', parent: null, name: { zh: '城市管理', en: 'City' }, data: {} };
  const records = [class_, { code: 'city.lamp', parent: 'city', name: { zh: '路灯', en: 'Street lamps' }, data: {} }];
  const input = { registry: 'demand-class', records, source: '测试', reason: '测试' };
  await runOperation(services, operations.registries.importRecords, { ...call, input });
  operator = (await person('operator')).cookie;
  acceptor = (await person('acceptor')).cookie;
});

const fields = {
  title: '路灯不亮',
  words: '门口的路灯三天不亮。',
  demandKind: 'request',
  demandClass: 'city.lamp',
  channel: 'phone',
  phone: '13800138000',
  place: { cell: null, point: null, address: '清江大道 1 号', datum: 'WGS84' },
};

interface Opened {
  readonly id: string;
  readonly number: string;
  readonly version: number;
}

async function open(key?: string): Promise<Opened> {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  const { status, json } = await ask('POST', '/api/cases', {
    cookie: operator,
    body: { type: 'ticket', fields },
    headers,
  });
  expect([status, json]).toMatchObject([200, { number: expect.stringMatching(/^HX-\d{8}-\d{6}$/) }]);
  return json as Opened;
}

describe('a case over HTTP', () => {
  it('is opened once under one key, however often it is sent', async () => {
    const [first, second] = [await open('the-same'), await open('the-same')];
    expect(second).toEqual(first);
    expect((await open()).id).not.toBe(first.id);
  });

  it('is shown to those it reaches, and is not there for others', async () => {
    const { id } = await open();
    expect((await ask('GET', `/api/cases/${id}`, { cookie: acceptor })).json).toMatchObject({ id, title: '路灯不亮' });
    const handler = (await person('handler')).cookie;
    expect((await ask('GET', `/api/cases/${id}`, { cookie: handler })).json).toMatchObject({ code: 'case.unknown' });
  });

  it('changed by another since it was opened is not overwritten', async () => {
    const { id, version } = await open();
    const decline = (seen: number) =>
      ask('POST', `/api/cases/${id}/actions/file`, {
        cookie: acceptor,
        body: {},
        headers: { 'if-match': `"${seen}"` },
      });
    expect((await decline(version)).status).toBe(200);
    expect((await decline(version)).json).toMatchObject({ code: 'case.stale', status: 409 });
  });

  it('whose caller is to be called shows the number only for a purpose', async () => {
    const { id } = await open();
    const body = { field: 'phone', purpose: '回访' };
    expect((await ask('GET', `/api/cases/${id}`, { cookie: acceptor })).text).not.toContain('13800138000');
    const { json } = await ask('POST', `/api/cases/${id}/unmask`, { cookie: acceptor, body });
    expect(json).toEqual({ value: '13800138000' });
  });

  it('is found by its caller’s number, which never stands in an address', async () => {
    const { id } = await open();
    const { json } = await ask('POST', '/api/cases/same-caller', { cookie: operator, body: { phone: '13800138000' } });
    expect(json).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id })]) });
    expect((await ask('GET', '/api/cases/same-caller?phone=13800138000', { cookie: operator })).status).toBe(400);
  });

  it('has a definition that browsers keep for ever', async () => {
    const list = (await ask('GET', '/api/definitions', { cookie: operator })).json as { hash: string }[];
    const { headers, json } = await ask('GET', `/api/definitions/${list[0]?.hash}`, { cookie: operator });
    expect(headers['cache-control']).toContain('immutable');
    expect(json).toMatchObject({ kind: 'case', id: 'ticket' });
  });
});

describe('following from outside', () => {
  it('answers alike whether number and telephone belong together or not', async () => {
    const { number } = await open();
    const right = await ask('POST', '/public/follow/codes', { bare: true, body: { number, phone: '13800138000' } });
    const wrong = await ask('POST', '/public/follow/codes', { bare: true, body: { number, phone: '13900139000' } });
    expect(right.json).toEqual(wrong.json);
    expect(right.status).toBe(200);
  });

  it('with a wrong code is refused as a problem', async () => {
    const { number } = await open();
    const { status, json } = await ask('POST', '/public/follow', { bare: true, body: { number, code: '000000' } });
    expect([status >= 400, json]).toMatchObject([true, { code: 'case.follow' }]);
  });

  it('of a district that is not there is refused', async () => {
    const { json } = await ask('POST', '/public/follow?district=999999', {
      bare: true,
      body: { number: 'HX-1-1', code: '000000' },
    });
    expect(json).toMatchObject({ code: 'access.district' });
  });
});
