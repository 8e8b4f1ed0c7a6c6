import { runOperation } from '@huying/server/ledger';
import { testDatabase } from '@huying/testing/database';
import { refusedWith, tellAccess, testDistrict } from '@huying/testing/org';
import { describe, expect, it } from 'vitest';
import { setDeputy } from './set-deputy.ts';

const db = await testDatabase();
const day = 86_400_000;

describe('naming a deputy', () => {
  tellAccess({
    db,
    operation: setDeputy,
    role: 'security-admin',
    input: async (district) => ({
      post: (await district.person('unit-handler')).actor.post,
      account: (await district.person('unit-handler')).actor.account,
      to: district.clock.now() + day,
    }),
    elsewhere: 'org.postUnknown',
  });

  it('is the holder’s right too, but not the deputy’s', async () => {
    const district = await testDistrict(db, 'holder');
    const { services, clock } = district;
    const [holder, deputy, third] = [
      await district.person('dispatcher'),
      await district.person('dispatcher'),
      await district.person('dispatcher'),
    ];
    const to = clock.now() + day;
    await runOperation(services, setDeputy, {
      ...holder,
      input: { post: holder.actor.post, account: deputy.actor.account, to },
    });
    const asDeputy = { ...deputy, actor: { ...deputy.actor, post: holder.actor.post } };
    const passedOn = runOperation(services, setDeputy, {
      ...asDeputy,
      input: { post: holder.actor.post, account: third.actor.account, to },
    });
    await expect(passedOn).rejects.toThrowError(refusedWith('org.roleRequired'));
  });
});
