import { testDatabase } from '@huying/testing/database';
import { tellAccess } from '@huying/testing/org';
import { describe } from 'vitest';
import { createPostOperation } from './create-post.ts';

const db = await testDatabase();

describe('giving a post', () => {
  tellAccess({
    db,
    operation: createPostOperation(['dispatcher']),
    role: 'security-admin',
    input: async (district) => ({
      account: (await district.person('unit-handler')).actor.account,
      unit: district.units.department,
      role: 'dispatcher',
    }),
    elsewhere: 'identity.accountUnknown',
  });
});
