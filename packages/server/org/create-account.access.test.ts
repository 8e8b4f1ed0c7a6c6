import { testDatabase } from '@huying/testing/database';
import { tellAccess, testDistrict } from '@huying/testing/org';
import { describe } from 'vitest';
import { admitAccount, createAccount } from './create-account.ts';

const db = await testDatabase();
const elsewhere = await testDistrict(db, 'elsewhere');

describe('opening an account', () => {
  let count = 0;
  tellAccess({
    db,
    operation: createAccount,
    role: 'system-admin',
    input: async () => ({ name: `new.person.${++count}`, displayName: '新人', initialPassword: 'Fresh-start-9' }),
  });
});

describe('admitting an account', () => {
  tellAccess({
    db,
    operation: admitAccount,
    role: 'system-admin',
    input: async () => ({ name: (await elsewhere.person('unit-handler')).actor.name }),
  });
});
