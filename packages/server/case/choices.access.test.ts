import { testDatabase } from '@huying/testing/database';
import { courseOf, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

describe('choices', () => {
  it('are for everybody with a post here', async () => {
    const { here, tries } = strangers;
    for (const who of ['operator', 'waterClerk', 'dutyEditor', 'securityAdmin'] as const) {
      for (const source of ['units', 'matter', 'area', 'workers']) {
        expect([who, await tries(who, here.operations.choices, { source })]).toEqual([who, 'done']);
      }
    }
  });

  it('of the workers on a case are for those who see the case', async () => {
    const { here, tries } = strangers;
    const { id } = await courseOf(here).handling();
    const input = { source: 'workers', case: id };
    expect(await tries('waterClerk', here.operations.choices, input)).toBe('done');
    for (const who of ['roadsClerk', 'eastDispatcher', 'securityAdmin'] as const) {
      expect([who, await tries(who, here.operations.choices, input)]).toEqual([who, 'case.unknown']);
    }
  });

  it('are refused to whoever has no post here', async () => {
    const { here, outsiders } = strangers;
    const refused = await outsiders('operator', here.operations.choices, { source: 'units' });
    expect(new Set(refused)).toEqual(new Set(['access.denied']));
  });

  it('name units of this district only', async () => {
    const { here, there } = strangers;
    const { items } = await here.run('operator', here.operations.choices, { source: 'units' });
    const theirs = new Set<string>(Object.values(there.units));
    expect(items.filter(({ code }) => theirs.has(code))).toEqual([]);
  });
});
