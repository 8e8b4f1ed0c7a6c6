import { testDatabase } from '@huying/testing/database';
import { type TestDistrict, tellAccess } from '@huying/testing/org';
import { describe } from 'vitest';
import {
  disableAccount,
  enableAccount,
  requireSecondFactor,
  resetPassword,
  resetSecondFactor,
} from './change-account.ts';

const db = await testDatabase();
const common = { db, role: 'system-admin', elsewhere: 'identity.accountUnknown' };
const someone = async (district: TestDistrict) => ({
  account: (await district.person('unit-handler')).actor.account,
  reason: '依申请',
});

describe('disabling an account', () => tellAccess({ ...common, operation: disableAccount, input: someone }));

describe('enabling an account', () => tellAccess({ ...common, operation: enableAccount, input: someone }));

describe('resetting one-time codes', () => tellAccess({ ...common, operation: resetSecondFactor, input: someone }));

describe('requiring one-time codes', () => {
  tellAccess({
    ...common,
    operation: requireSecondFactor,
    input: async (district) => ({ ...(await someone(district)), required: true }),
  });
});

describe('resetting a password', () => {
  const input = async (district: TestDistrict) => ({ ...(await someone(district)), initialPassword: 'Fresh-start-9' });
  tellAccess({ ...common, operation: resetPassword, input });
});
