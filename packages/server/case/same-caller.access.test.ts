import { testDatabase } from '@huying/testing/database';
import { callerPhone, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

const input = { phone: callerPhone };

describe('earlier cases of a caller', () => {
  it('are for those who take calls, within their area', async () => {
    const { here, tries } = strangers;
    const { id } = await here.open();
    for (const who of ['operator', 'acceptor', 'dispatcher', 'shiftLeader'] as const) {
      const { items } = await here.run(who, here.operations.sameCaller, input);
      expect([who, items.some((item) => item.id === id)]).toEqual([who, true]);
    }
    expect((await here.run('eastOperator', here.operations.sameCaller, input)).items).toEqual([]);
    for (const who of ['verifier', 'waterClerk', 'auditor', 'supervisor', 'systemAdmin'] as const) {
      expect([who, await tries(who, here.operations.sameCaller, input)]).toEqual([who, 'access.denied']);
    }
  });

  it('are refused to whoever has no post here, and to programs', async () => {
    const { here, outsiders } = strangers;
    const refused = await outsiders('operator', here.operations.sameCaller, input);
    expect(new Set(refused)).toEqual(new Set(['access.denied']));
    await expect(here.run('system', here.operations.sameCaller, input)).rejects.toMatchObject({
      code: 'access.denied',
    });
  });

  it('of another district are not among them', async () => {
    const { here, there } = strangers;
    await here.open();
    expect((await there.run('operator', there.operations.sameCaller, input)).items).toEqual([]);
  });
});
