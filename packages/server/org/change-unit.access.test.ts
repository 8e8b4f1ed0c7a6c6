import { testDatabase } from '@huying/testing/database';
import { tellAccess } from '@huying/testing/org';
import { describe } from 'vitest';
import { endUnitOperation, moveUnit, renameUnit, succeedUnitOperation } from './change-unit.ts';

const db = await testDatabase();
const idle = async () => 0;
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
  tellAccess({ ...common, operation: endUnitOperation(idle), input: async ({ units }) => ({ unit: units.street }) });
});

describe('merging a unit into another', () => {
  tellAccess({
    ...common,
    operation: succeedUnitOperation(idle),
    input: async ({ units }) => ({ unit: units.street, successors: [units.department], reason: '机构改革方案' }),
  });
});
