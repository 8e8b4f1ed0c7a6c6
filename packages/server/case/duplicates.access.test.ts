import { testDatabase } from '@huying/testing/database';
import { courseOf, type PersonName, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
  const { here } = strangers;
  await courseOf(here).handling();
  await courseOf(here).handling();
  await here.open();
});

const month = { from: '2026-07-01', to: '2026-07-31' };
const told = async (who: PersonName) => {
  const { cases, pairs, groups, largest } = await strangers.here.run(who, strangers.here.operations.duplicates, month);
  return { cases, pairs, groups, shown: largest.map(({ items }) => items.length) };
};

describe('what may have come in twice', () => {
  it('is told of the cases that one sees', async () => {
    expect(await told('dispatcher')).toMatchObject({ cases: 3 });
    expect(await told('waterClerk')).toEqual({ cases: 2, pairs: 1, groups: 1, shown: [2] });
    for (const who of ['roadsClerk', 'eastDispatcher', 'systemAdmin'] as const) {
      expect([who, await told(who)]).toEqual([who, { cases: 0, pairs: 0, groups: 0, shown: [] }]);
    }
  });

  it('is nothing for whoever has no post here', async () => {
    const { here, outsiders } = strangers;
    const counting = {
      ...here.operations.duplicates,
      run: async (...call: Parameters<typeof here.operations.duplicates.run>) => {
        const found = await here.operations.duplicates.run(...call);
        if (found.cases > 0) throw new Error('somebody sees cases of a district that is not theirs');
        return found;
      },
    };
    expect(new Set(await outsiders('dispatcher', counting, month))).toEqual(new Set(['done']));
  });

  it('goes on only from where a page of it ended', async () => {
    const { here, tries } = strangers;
    for (const cursor of ['x', Buffer.from('[1]').toString('base64url')]) {
      expect(await tries('waterClerk', here.operations.duplicates, { ...month, cursor })).toBe('case.cursor');
    }
  });

  it('asks for days in their order', async () => {
    const backwards = strangers.tries('dispatcher', strangers.here.operations.duplicates, {
      from: '2026-07-02',
      to: '2026-07-01',
    });
    expect(await backwards).toBe('measure.period');
  });
});
