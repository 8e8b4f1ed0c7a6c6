import { runOperation } from '@huying/server/ledger';
import { testDatabase } from '@huying/testing/database';
import { tellAccess, testDistrict } from '@huying/testing/org';
import { describe, expect, it } from 'vitest';
import { listAccounts, readSignIns } from './read-accounts.ts';

const db = await testDatabase();

describe('listing accounts', () => {
  tellAccess({ db, operation: listAccounts, role: 'audit-admin', input: async () => ({}) });

  it('shows those of the district in pages, and no other’s', async () => {
    const here = await testDistrict(db, 'list-here');
    const there = await testDistrict(db, 'list-there', here.clock);
    await there.person('unit-handler', { name: 'b.elsewhere' });
    const admin = await here.person('system-admin', { name: 'a.admin' });
    for (const name of ['d.four', 'C.three', 'b.two']) await here.person('unit-handler', { name });
    const page = (after?: string) =>
      runOperation(here.services, listAccounts, {
        ...admin,
        input: { limit: 3, ...(after === undefined ? {} : { after }) },
      });
    const first = await page();
    expect(first.items.map((account) => account.name)).toEqual(['a.admin', 'b.two', 'C.three']);
    const second = await page(first.next);
    expect(second.items.map((account) => account.name)).toEqual(['d.four']);
    expect(second.next).toBeUndefined();
  });
});

describe('reading sign-ins', () => {
  tellAccess({
    db,
    operation: readSignIns,
    role: 'audit-admin',
    input: async (district) => ({ account: (await district.person('unit-handler')).actor.account }),
    elsewhere: 'identity.accountUnknown',
  });
});
