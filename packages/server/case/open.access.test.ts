import { testDatabase } from '@huying/testing/database';
import { type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

const input = {
  type: 'ticket',
  fields: { title: '井盖', words: '破了', demandKind: 'request', demandClass: 'A01', channel: 'phone' },
};

describe('opening a case', () => {
  it('is for the people of the centre who take calls', async () => {
    const { here, tries } = strangers;
    for (const who of ['operator', 'eastOperator', 'acceptor', 'dispatcher', 'shiftLeader'] as const) {
      expect([who, await tries(who, here.operations.open, input)]).toEqual([who, 'done']);
    }
    for (const who of ['waterClerk', 'pipesHandler', 'verifier', 'auditor', 'systemAdmin', 'securityAdmin'] as const) {
      expect([who, await tries(who, here.operations.open, input)]).toEqual([who, 'access.denied']);
    }
  });

  it('is refused to whoever has no post here', async () => {
    const { here, outsiders } = strangers;
    expect(new Set(await outsiders('operator', here.operations.open, input))).toEqual(new Set(['access.denied']));
  });

  it('belongs to the district in which it was opened', async () => {
    const { here, there } = strangers;
    const { id } = await there.open();
    expect(await strangers.tries('auditor', here.operations.read, { id })).toBe('case.unknown');
  });
});
