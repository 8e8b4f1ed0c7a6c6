import { testDatabase } from '@huying/testing/database';
import { courseOf, type PersonName, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BoardOperations, boardOperations } from './index.ts';

const db = await testDatabase();
let strangers: Strangers;
let boards: BoardOperations;
beforeAll(async () => {
  strangers = await strangersOf(db);
  boards = boardOperations(strangers.here.services);
  await courseOf(strangers.here).dispatched();
});

const listed = async (who: PersonName) => (await strangers.here.run(who, boards.list, {})).map(({ id }) => id);

describe('the list of boards', () => {
  it('holds those of the reader’s role', async () => {
    expect(await listed('shiftLeader')).toEqual(['shift', 'department', 'street', 'centre-month']);
    expect(await listed('dispatcher')).toEqual(['shift']);
    expect(await listed('waterHead')).toEqual(['department', 'supervision-unit', 'proposals-unit']);
    expect(await listed('westHead')).toEqual(['department', 'street', 'supervision-unit', 'proposals-unit']);
  });

  it('is empty for whoever sees no cases', async () => {
    for (const who of ['systemAdmin', 'securityAdmin', 'dutyEditor'] as const) expect(await listed(who)).toEqual([]);
  });

  it('is empty for whoever has no post here', async () => {
    const { outsiders } = strangers;
    const counting = {
      ...boards.list,
      run: async (...call: Parameters<typeof boards.list.run>) => {
        const found = await boards.list.run(...call);
        if (found.length > 0) throw new Error('somebody sees boards of a district that is not theirs');
        return found;
      },
    };
    expect(new Set(await outsiders('auditor', counting, {}))).toEqual(new Set(['done']));
  });
});

describe('a board', () => {
  it('is refused to every role it is not for', async () => {
    const { tries } = strangers;
    for (const who of ['operator', 'pipesHandler', 'waterHead', 'systemAdmin', 'dutyEditor', 'dispatcher'] as const) {
      expect([who, await tries(who, boards.read, { id: 'centre-month' })]).toEqual([who, 'board.notYours']);
    }
    expect(await tries('auditor', boards.read, { id: 'centre-month' })).toBe('done');
    expect(await tries('auditor', boards.read, { id: 'nothing' })).toBe('board.unknown');
  });

  it('is refused to whoever has no post here', async () => {
    const { outsiders } = strangers;
    expect(new Set(await outsiders('auditor', boards.read, { id: 'shift' }))).toEqual(new Set(['board.notYours']));
  });

  it('of a unit is read by that unit and those who see all, and by no other unit', async () => {
    const { here, tries } = strangers;
    const water = { id: 'department', unit: here.units.water };
    expect(await tries('waterHead', boards.read, water)).toBe('done');
    expect(await tries('supervisor', boards.read, water)).toBe('done');
    expect(await tries('westHead', boards.read, water)).toBe('board.unit');
    expect(await tries('pumpsClerk', boards.read, water)).toBe('board.unit');
    // It is for heads of units, and of the units of this one none is a street.
    expect(await tries('waterHead', boards.read, { id: 'street', unit: here.units.west })).toBe('board.noUnit');
    expect(await tries('waterHead', boards.read, { id: 'street' })).toBe('board.noUnit');
    expect(await tries('supervisor', boards.read, { id: 'shift', unit: here.units.water })).toBe('board.unit');
  });

  it('read by one is not shown to another who sees less, however soon after', async () => {
    const { here } = strangers;
    const days = { from: '2026-07-01', to: '2026-07-31' };
    const received = async (who: PersonName) => {
      const { panels, whole } = await here.run(who, boards.read, { id: 'shift', ...days });
      const tiles = panels.find(({ id }) => id === 'today');
      const rate = tiles?.kind === 'tiles' ? tiles.tiles[0]?.figure.rate : undefined;
      return { rate, whole };
    };
    expect(await received('dispatcher')).toEqual({ rate: 1, whole: true });
    expect(await received('eastDispatcher')).toEqual({ rate: 0, whole: false });
  });

  it('of another district shows that district’s numbers', async () => {
    const { there } = strangers;
    const { panels } = await there.run('shiftLeader', boards.read, { id: 'shift' });
    const standing = panels.find(({ kind }) => kind === 'standing');
    expect(standing).toMatchObject({ states: [] });
  });
});
