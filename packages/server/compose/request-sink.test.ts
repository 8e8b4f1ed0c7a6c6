import type { ImportedCase } from '@huying/server/exchange';
import { inTenant, nextDue, runOperation, verifyChains } from '@huying/server/ledger';
import { setParameterOperation } from '@huying/server/parameter';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';
import { requestImportOf } from './request-sink.ts';

const { program, district, ask, person } = await testProgram(await testDatabase());
const { services } = program;
const { tenant } = district;
const { sink } = requestImportOf(program);

const at = (text: string) => Date.parse(text);
const request = (number: string, more: Partial<ImportedCase['request']>): ImportedCase => ({
  source: 'elsewhere',
  matter: 'street.lamp',
  unit: district.units.department,
  cell: null,
  request: {
    number,
    openedAt: at('2011-07-01T09:00:00-04:00'),
    dueAt: at('2011-07-05T17:30:00-04:00'),
    closedAt: null,
    status: 'open',
    onTime: null,
    title: 'Street light out',
    words: '',
    outcome: '',
    matter: ['Street', 'Lamp'],
    unit: 'PWDx',
    channel: 'web',
    address: '1 Main St',
    point: null,
    fallbackPoint: false,
    areaLabel: null,
    ...more,
  },
});

beforeAll(async () => {
  const value = { zone: 'America/New_York', years: [2011, 2012].map((year) => ({ year, days: [], complete: true })) };
  const setParameter = setParameterOperation(services.parameters);
  const input = { name: 'base.calendar', value, reason: 'test' };
  await runOperation(services, setParameter, { ...district.system, input });
  await inTenant(services, district.system, (ctx) =>
    sink.write(ctx, [
      request('1', { status: 'closed', closedAt: at('2011-07-04T12:00:00-04:00'), outcome: 'Lamp replaced.' }),
      request('2', {}),
      request('3', { dueAt: null }),
      request('4', { dueAt: at('2011-07-01T09:00:00-04:00') }),
    ]),
  );
});

describe('a request of another system', () => {
  it('becomes a case as that system left it, under the due time it gave', async () => {
    const { cookie } = await person('auditor');
    const { json } = await ask('GET', '/api/cases?order=newest', { cookie });
    const { items } = json as {
      items: { title: string; state: { id: string }; due: string | null; closedAt: string | null }[];
    };
    expect(items).toHaveLength(4);
    const closed = items.find(({ closedAt }) => closedAt !== null);
    expect(closed).toMatchObject({
      state: { id: 'closed' },
      due: '2011-07-05T21:30:00.000Z',
      closedAt: '2011-07-04T16:00:00.000Z',
    });
    // One came without a due time: the district's own stands, because nothing open goes without a running clock.
    expect(items.every(({ due }) => due !== null)).toBe(true);
    expect(items.filter(({ due }) => due === '2011-07-01T13:00:00.000Z')).toHaveLength(1);
  });

  it('is known from then on, so that it is never imported twice', async () => {
    const known = await inTenant(services, district.system, (ctx) => sink.known(ctx, 'elsewhere', ['1', '2', '9']));
    expect([...known].sort()).toEqual(['1', '2']);
    const others = await inTenant(services, district.system, (ctx) => sink.known(ctx, 'another', ['1']));
    expect(others.size).toBe(0);
  });

  it('fires nothing and sends nothing', async () => {
    expect(await inTenant(services, district.system, (ctx) => nextDue(ctx.tx, tenant))).toBeUndefined();
  });

  it('has a chain that verifies', async () => {
    expect((await verifyChains(services.db, tenant)).broken).toBeNull();
  });
});
