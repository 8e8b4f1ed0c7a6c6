import { testDatabase } from '@huying/testing/database';
import { courseOf, type PersonName, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

describe('cases that may be the same', () => {
  it('are told of a case that one sees, and are themselves cases that one sees', async () => {
    const { here, tries } = strangers;
    const mine = await courseOf(here).handling();
    const other = await here.open();
    const told = async (who: PersonName) =>
      (await here.run(who, here.operations.similar, { id: mine.id })).items.map(({ id }) => id);
    expect(await told('dispatcher')).toEqual([other.id]);
    expect(await told('waterClerk')).toEqual([]);
    for (const who of ['roadsClerk', 'eastDispatcher', 'systemAdmin'] as const) {
      expect([who, await tries(who, here.operations.similar, { id: mine.id })]).toEqual([who, 'case.unknown']);
    }
  });

  it('are refused to whoever has no post here, and to another district', async () => {
    const { here, there, outsiders } = strangers;
    const { id } = await here.open();
    expect(new Set(await outsiders('dispatcher', here.operations.similar, { id }))).toEqual(new Set(['case.unknown']));
    await there.open();
    const elsewhere = there.run('dispatcher', there.operations.similar, { id });
    await expect(elsewhere).rejects.toMatchObject({ code: 'case.unknown' });
  });
});
