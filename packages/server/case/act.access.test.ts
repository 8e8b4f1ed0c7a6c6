import { testDatabase } from '@huying/testing/database';
import { courseOf, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

describe('a step of a case', () => {
  it('is for the party that the case type names; who may see the case is told why not', async () => {
    const { here, tries } = strangers;
    const { id } = await here.open();
    const input = { id, action: 'file', asked: { matter: '01002' } };
    for (const who of ['operator', 'dispatcher', 'verifier', 'auditor'] as const) {
      expect([who, await tries(who, here.operations.act, input)]).toEqual([who, 'case.notYours']);
    }
    expect(await tries('acceptor', here.operations.act, input)).toBe('done');
  });

  it('is not known to be there by posts of another area, another unit, or without cases', async () => {
    const { here, tries } = strangers;
    const { id } = await here.open();
    const input = { id, action: 'file', asked: { matter: '01002' } };
    for (const who of ['eastAcceptor', 'waterClerk', 'systemAdmin', 'securityAdmin', 'dutyEditor'] as const) {
      expect([who, await tries(who, here.operations.act, input)]).toEqual([who, 'case.unknown']);
    }
  });

  it('is refused to whoever has no post here', async () => {
    const { here, outsiders } = strangers;
    const { id } = await here.open();
    const input = { id, action: 'file', asked: { matter: '01002' } };
    expect(new Set(await outsiders('acceptor', here.operations.act, input))).toEqual(new Set(['case.unknown']));
  });

  it('of the handling unit is for its desk and that of those below it, not for a unit beside it', async () => {
    const { here, tries } = strangers;
    const { id } = await courseOf(here).dispatched();
    const input = { id, action: 'sign', asked: {} };
    expect(await tries('roadsClerk', here.operations.act, input)).toBe('case.unknown');
    expect(await tries('pipesHandler', here.operations.act, input)).toBe('case.notYours');
    expect(await tries('pumpsClerk', here.operations.act, input)).toBe('done');
  });
});
