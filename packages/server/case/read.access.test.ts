import { testDatabase } from '@huying/testing/database';
import { courseOf, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

describe('the page of a case', () => {
  it('is for the centre, and for units once they have to do with it', async () => {
    const { here, tries } = strangers;
    const { id } = await courseOf(here).filed();
    const reads = (who: Parameters<typeof tries>[0]) => tries(who, here.operations.read, { id });
    for (const who of ['operator', 'dispatcher', 'callbackOfficer', 'supervisor', 'auditor', 'westVerifier'] as const) {
      expect([who, await reads(who)]).toEqual([who, 'done']);
    }
    const units = ['waterClerk', 'waterHead', 'pipesHandler', 'pumpsClerk'] as const;
    for (const who of units) expect([who, await reads(who)]).toEqual([who, 'case.unknown']);
    await here.act('dispatcher', { id }, 'dispatch', { unit: here.units.water, dispatchReason: '职责' });
    for (const who of units) expect([who, await reads(who)]).toEqual([who, 'done']);
    expect(await reads('roadsClerk')).toBe('case.unknown');
  });

  it('stays with a unit that had the case or was asked about it', async () => {
    const { here, tries } = strangers;
    const { id } = await courseOf(here).handling();
    const part = { assisting: here.units.roads, question: '是否占道', mandatory: false };
    await here.act('waterClerk', { id }, 'askUnit', part);
    expect(await tries('roadsClerk', here.operations.read, { id })).toBe('done');
    await here.act('waterClerk', { id }, 'sendBack', { reason: '非本单位职责' });
    expect(await tries('waterClerk', here.operations.read, { id })).toBe('done');
  });

  it('is not known to be there by posts of another area, or without cases', async () => {
    const { here, tries } = strangers;
    const { id } = await here.open();
    for (const who of ['eastDispatcher', 'eastVerifier', 'systemAdmin', 'securityAdmin', 'dutyEditor'] as const) {
      expect([who, await tries(who, here.operations.read, { id })]).toEqual([who, 'case.unknown']);
    }
  });

  it('is refused to whoever has no post here', async () => {
    const { here, outsiders } = strangers;
    const { id } = await here.open();
    expect(new Set(await outsiders('auditor', here.operations.read, { id }))).toEqual(new Set(['case.unknown']));
  });
});
