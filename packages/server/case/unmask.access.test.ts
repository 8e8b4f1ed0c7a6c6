import { testDatabase } from '@huying/testing/database';
import { courseOf, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

const asked = { field: 'phone', purpose: '回电核实地点' };

describe('reading a personal field whole', () => {
  it('is for those who work on the case and not for the auditor', async () => {
    const { here, tries } = strangers;
    const { id } = await courseOf(here).handling();
    for (const who of ['operator', 'dispatcher', 'waterClerk', 'callbackOfficer'] as const) {
      expect([who, await tries(who, here.operations.unmask, { id, ...asked })]).toEqual([who, 'done']);
    }
    expect(await tries('auditor', here.operations.unmask, { id, ...asked })).toBe('access.denied');
  });

  it('is not possible of a case that one does not see', async () => {
    const { here, tries } = strangers;
    const { id } = await courseOf(here).handling();
    for (const who of ['roadsClerk', 'eastDispatcher', 'systemAdmin', 'securityAdmin'] as const) {
      expect([who, await tries(who, here.operations.unmask, { id, ...asked })]).toEqual([who, 'case.unknown']);
    }
    expect((await here.ledger(id)).some(({ what }) => what === 'unmask')).toBe(false);
  });

  it('is refused to whoever has no post here', async () => {
    const { here, outsiders } = strangers;
    const { id } = await here.open();
    const refused = await outsiders('dispatcher', here.operations.unmask, { id, ...asked });
    expect(new Set(refused)).toEqual(new Set(['case.unknown']));
  });

  it('asks for a purpose', async () => {
    const { here, tries } = strangers;
    const { id } = await here.open();
    expect(await tries('dispatcher', here.operations.unmask, { id, field: 'phone', purpose: '' })).toBe(
      'request.invalid',
    );
  });
});
