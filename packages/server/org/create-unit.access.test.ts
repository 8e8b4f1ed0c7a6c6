import { testDatabase } from '@huying/testing/database';
import { tellAccess } from '@huying/testing/org';
import { describe } from 'vitest';
import { createUnit } from './create-unit.ts';

const db = await testDatabase();

describe('creating a unit', () => {
  tellAccess({
    db,
    operation: createUnit,
    role: 'system-admin',
    input: async ({ units }) => ({
      parent: units.root,
      code: 'parks',
      kind: 'department' as const,
      name: { zh: '园林局', en: 'Parks' },
    }),
    elsewhere: 'org.unitUnknown',
  });
});
