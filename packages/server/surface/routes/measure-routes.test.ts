import { runOperation } from '@huying/server/ledger';
import { setParameterOperation } from '@huying/server/parameter';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';

const { ask, person, program, district } = await testProgram(await testDatabase());
const { services, operations } = program;
const call = { tenant: district.tenant, actor: district.system.actor };
let supervisor = '';
let today = '';

beforeAll(async () => {
  const years = [2025, 2026, 2027].map((year) => ({ year, days: [], complete: true }));
  const setParameter = setParameterOperation(services.parameters);
  const value = { zone: 'Asia/Shanghai', years };
  await runOperation(services, setParameter, { ...call, input: { name: 'base.calendar', value, reason: '测试' } });
  const records = [{ code: 'city', parent: null, name: { zh: '城市管理', en: 'City' }, data: {} }];
  const input = { registry: 'demand-class', records, source: '测试', reason: '测试' };
  await runOperation(services, operations.registries.importRecords, { ...call, input });
  supervisor = (await person('supervisor')).cookie;
  const fields = { title: '路灯不亮', words: '不亮', demandKind: 'request', demandClass: 'city', channel: 'phone' };
  const { cookie } = await person('operator');
  const { status } = await ask('POST', '/api/cases', { cookie, body: { type: 'ticket', fields } });
  expect(status).toBe(200);
  today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(services.now());
});

const get = (path: string, headers = {}) => ask('GET', path, { cookie: supervisor, headers });

describe('numbers over HTTP', () => {
  it('are defined in both languages, with what is counted among what', async () => {
    const { status, json } = await get('/api/measures');
    expect(status).toBe(200);
    expect(json).toContainEqual(
      expect.objectContaining({
        id: 'hotline.onTimeApproved',
        name: { zh: '按时办结率（批准时限）', en: 'On time (approved)' },
        form: 'ratio',
        parts: { of: 'closedAt <= dueAt', among: 'TRUE', except: 'exempted > 0' },
        minimum: 20,
        fullDays: true,
      }),
    );
  });

  it('are read by breakdown and period', async () => {
    const { status, json } = await get(
      `/api/measures/values?measures=hotline.received&measures=hotline.closed&grain=channel&from=${today}&to=${today}`,
    );
    expect([status, json]).toMatchObject([
      200,
      [
        { measure: 'hotline.received', value: 'phone', label: { zh: '12345 来电' }, n: 1, rate: 1, running: true },
        { measure: 'hotline.closed', value: 'phone', n: 0, rate: 0 },
      ],
    ]);
  });

  it('open to the cases behind them', async () => {
    const { status, json } = await get(
      `/api/measures/hotline.received/rows?part=of&grain=all&from=${today}&to=${today}`,
    );
    expect([status, json]).toMatchObject([
      200,
      { items: [{ case: { title: '路灯不亮' }, day: today }], total: 1, hidden: 0, next: null },
    ]);
  });

  it.each([
    [
      'an unknown measure',
      '/api/measures/values?measures=hotline.x&grain=all&from=2026-07-01&to=2026-07-31',
      404,
      'measure.unknown',
    ],
    [
      'days that end before they begin',
      '/api/measures/values?measures=hotline.open&grain=all&from=2026-07-31&to=2026-07-01',
      422,
      'measure.period',
    ],
    [
      'a day that does not exist',
      '/api/measures/values?measures=hotline.open&grain=all&from=2026-02-30&to=2026-03-01',
      422,
      'measure.period',
    ],
    [
      'more days one by one than anybody reads',
      '/api/measures/values?measures=hotline.open&grain=all&from=2020-01-01&to=2026-07-01&by=day',
      422,
      'measure.period',
    ],
  ])('say what is wrong with %s', async (_, path, status, code) => {
    const answer = await get(path);
    expect([answer.status, answer.json]).toMatchObject([status, { code }]);
  });
});
