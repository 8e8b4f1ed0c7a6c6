import { type CityDistrict, cityDistrict, cityTicket } from '@huying/testing/city';
import { testDatabase } from '@huying/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Capacity, runOperation } from '../../ledger/index.ts';
import { listExchangesOperation } from './list-exchanges.ts';
import { endOlderPartnerKeys, issuePartnerKey } from './partner-key.ts';

const db = await testDatabase();
let here: CityDistrict;
let there: CityDistrict;

beforeAll(async () => {
  here = await cityDistrict(db);
  there = await cityDistrict(db, { tenant: '440198', beside: here.district });
  await here.city.sendTickets(cityTicket('SZC000001'));
});
afterAll(async () => {
  await here.close();
  await there.close();
});

const list = (
  capacity: Capacity,
  input: { number?: string; limit?: number; before?: { at: string; id: string } } = {},
) => runOperation(here.services, listExchangesOperation(here.services), { ...capacity, input });

describe('the list of exchanges', () => {
  it.each(['operator', 'shiftLeader', 'auditor', 'supervisor'] as const)(
    'is open to %s, who sees the whole district',
    async (who) => {
      expect((await list(here.district.as(who))).items).toMatchObject([{ cityNumber: 'SZC000001', status: 'taken' }]);
    },
  );

  it.each(['waterClerk', 'pipesHandler', 'eastOperator', 'systemAdmin'] as const)('is closed to %s', async (who) => {
    await expect(list(here.district.as(who))).rejects.toMatchObject({ code: 'access.denied' });
  });

  it('is closed to the public, to borrowed posts and to another district', async () => {
    const denied = { code: 'access.denied' };
    const nobody = { kind: 'public', account: null, post: null, name: '' } as const;
    await expect(list({ tenant: '440199', actor: nobody })).rejects.toMatchObject(denied);
    const { actor } = here.district.as('waterClerk');
    const borrowed = { ...actor, post: here.district.posts.shiftLeader.id };
    await expect(list({ tenant: '440199', actor: borrowed })).rejects.toMatchObject(denied);
    await expect(list({ ...there.district.as('shiftLeader'), tenant: '440199' })).rejects.toMatchObject(denied);
    expect((await list(there.district.as('shiftLeader'))).items).toEqual([]);
  });

  it('goes on where it stopped, and finds one number', async () => {
    await here.city.sendTickets([cityTicket('SZC000002'), cityTicket('SZC000003')]);
    const capacity = here.district.as('auditor');
    const whole = (await list(capacity)).items;
    const first = (await list(capacity, { limit: 2 })).items;
    const last = first.at(-1);
    const rest = (await list(capacity, { before: { at: last?.at ?? '', id: last?.id ?? '' } })).items;
    expect([...first, ...rest]).toEqual(whole);
    expect((await list(capacity, { number: 'SZC000002' })).items).toHaveLength(1);
  });
});

describe('a key of the city', () => {
  it('is issued and ended by the system administrator alone', async () => {
    const refused = { code: 'org.roleRequired' };
    for (const who of ['shiftLeader', 'securityAdmin', 'waterClerk'] as const) {
      await expect(issuePartnerKey(here.services, here.district.as(who))).rejects.toMatchObject(refused);
      await expect(endOlderPartnerKeys(here.services, here.district.as(who), here.key.id)).rejects.toMatchObject(
        refused,
      );
    }
  });

  it('opens the doors of its own district only', async () => {
    const answer = await there.city.sendTickets(cityTicket('SZC000009'));
    expect(answer.status).toBe(201);
    const { rows } = await db.pool.query('select tenant from case_record where external_number = $1', ['SZC000009']);
    expect(rows).toEqual([{ tenant: '440198' }]);
  });

  it('is kept as a hash, its secret sealed, and ended at once when a new one is in use', async () => {
    const { rows } = await db.pool.query<{ all: string }>(
      `select string_agg(row_to_json(k)::text, '') as all from partner_key k`,
    );
    expect(rows[0]?.all).not.toContain(here.key.key);
    expect(rows[0]?.all).not.toContain(here.key.secret);
    const fresh = await issuePartnerKey(here.services, here.district.as('systemAdmin'));
    expect((await here.city.sendTickets(cityTicket('SZC000004'))).status).toBe(201);
    expect(await endOlderPartnerKeys(here.services, here.district.as('systemAdmin'), fresh.id)).toBe(1);
    expect(await here.city.sendTickets(cityTicket('SZC000005'))).toMatchObject({
      status: 401,
      body: { code: 'exchange.keyRefused' },
    });
  });
});
