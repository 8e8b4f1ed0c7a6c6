import { defineParameter } from '@huying/kit/app';
import { testDatabase } from '@huying/testing/database';
import { tellAccess } from '@huying/testing/org';
import { describe } from 'vitest';
import { parameterCatalogue } from './parameter-catalogue.ts';
import { setParameterOperation } from './set-parameter.ts';

const db = await testDatabase();
const catalogue = parameterCatalogue([
  defineParameter({
    name: 'hotline.signLimit',
    label: '签收时限',
    editableBy: 'operations-chief',
    kind: 'limit',
    default: '4工作时',
  }),
]);

describe('setting a parameter', () => {
  tellAccess({
    db,
    operation: setParameterOperation(catalogue),
    role: 'operations-chief',
    input: async () => ({ name: 'hotline.signLimit', value: '2工作时', reason: '汛期' }),
  });
});
