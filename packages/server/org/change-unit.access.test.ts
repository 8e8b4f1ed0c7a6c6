import { testDatabase } from '@huying/testing/database';
import { tellAccess } from '@huying/testing/org';
import { describe } from 'vitest';
import { endUnit, moveUnit, renameUnit } from './change-unit.ts';

const db = await testDatabase();
const common = { db, role: 'system-admin', elsewhere: 'org.unitUnknown' };

describe('renaming a unit', () => {
  tellAccess({
    ...common,
    operation: renameUnit,
    input: async ({ units }) => ({ unit: units.street, name: { zh: '新街道', en: 'New Street' } }),
  });
});

describe('moving a unit', () => {
  tellAccess({
    ...common,
    operation: moveUnit,
    input: async ({ units }) => ({ unit: units.street, parent: units.department }),
  });
});

describe('ending a unit', () => {
  tellAccess({ ...common, operation: endUnit, input: async ({ units }) => ({ unit: units.street }) });
});
