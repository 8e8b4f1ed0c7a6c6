import { testDatabase } from '@huying/testing/database';
import { courseOf, type PersonName, points, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

const east = { place: { cell: null, point: points.east, address: '东岸路 3 号', datum: 'WGS84' } };

describe('what was merged into what', () => {
  it('is told to whoever sees the case, and of the others only those they see: the rest are counted', async () => {
    const { here, tries } = strangers;
    const { merged, act } = here.operations;
    const main = await courseOf(here).handling();
    const near = await here.open();
    const far = await here.open(east);
    for (const one of [near, far]) {
      const asked = { earlier: main.number };
      await here.run('operator', act, { id: one.id, action: 'markDuplicate', asked });
    }
    const told = async (who: PersonName) => {
      const { followers, unseen, count, waiting } = await here.run(who, merged, { id: main.id });
      return [followers.map(({ id }) => id), unseen, count, waiting];
    };
    expect(await told('operator')).toEqual([[near.id, far.id], 0, 2, 2]);
    // The unit that handles the main case has no business with who else called.
    expect(await told('waterClerk')).toEqual([[], 2, 2, 2]);
    expect(await told('westVerifier')).toEqual([[near.id], 1, 2, 2]);
    for (const who of ['roadsClerk', 'eastDispatcher', 'systemAdmin'] as const) {
      expect([who, await tries(who, merged, { id: main.id })]).toEqual([who, 'case.unknown']);
    }
    const seen = await here.run('eastDispatcher', merged, { id: far.id });
    expect(seen).toEqual({
      into: null,
      intoUnseen: true,
      intoReopened: false,
      followers: [],
      next: null,
      unseen: 0,
      count: 0,
      waiting: 0,
      answered: 0,
      reopened: false,
    });
    // The page itself tells how many follow, and who of them to nobody.
    const { links, followers } = await here.view('waterClerk', main);
    expect([links, followers]).toEqual([[], 2]);
  });

  it('is refused to whoever has no post here, and to another district', async () => {
    const { here, there, outsiders } = strangers;
    const { id } = await here.open();
    expect(new Set(await outsiders('dispatcher', here.operations.merged, { id }))).toEqual(new Set(['case.unknown']));
    const elsewhere = there.run('dispatcher', there.operations.merged, { id });
    await expect(elsewhere).rejects.toMatchObject({ code: 'case.unknown' });
  });

  it('never joins cases of two districts: a number of the other is no number here', async () => {
    const { here, there, tries } = strangers;
    const mine = await here.open();
    // Both districts number from one on: one that is given there and not yet here.
    let theirs = await there.open();
    while (theirs.number <= mine.number) theirs = await there.open();
    const input = { id: mine.id, action: 'markDuplicate', asked: { earlier: theirs.number } };
    expect(await tries('operator', here.operations.act, input)).toBe('case.mainUnknown');
  });
});
