import { testDatabase } from '@huying/testing/database';
import { type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

const input = { reason: '临时放假通知' };

describe('reckoning due times anew', () => {
  it('is for the program and whoever may set the calendar', async () => {
    const { here, tries } = strangers;
    await here.open();
    expect(await here.run('system', here.operations.reproject, input)).toEqual({ looked: 1, moved: 0, next: null });
    expect(await tries('dutyEditor', here.operations.reproject, input)).toBe('done');
    for (const who of ['operator', 'dispatcher', 'shiftLeader', 'waterClerk', 'systemAdmin', 'auditor'] as const) {
      expect([who, await tries(who, here.operations.reproject, input)]).toEqual([who, 'org.roleRequired']);
    }
  });

  it('touches no other district', async () => {
    const { there } = strangers;
    expect(await there.run('dutyEditor', there.operations.reproject, input)).toEqual({
      looked: 0,
      moved: 0,
      next: null,
    });
  });

  it('is refused to whoever has no post here', async () => {
    const { here, outsiders } = strangers;
    const refused = await outsiders('dutyEditor', here.operations.reproject, input);
    expect(new Set(refused)).toEqual(new Set(['org.roleRequired']));
  });
});
