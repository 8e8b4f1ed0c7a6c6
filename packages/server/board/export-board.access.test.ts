import { testDatabase } from '@huying/testing/database';
import { type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BoardOperations, boardOperations } from './index.ts';

const db = await testDatabase();
let strangers: Strangers;
let boards: BoardOperations;
beforeAll(async () => {
  strangers = await strangersOf(db);
  boards = boardOperations(strangers.here.services);
});

describe('an export', () => {
  it('leaves with those who may read the board, and with nobody else', async () => {
    const { here, tries, outsiders } = strangers;
    expect(await tries('supervisor', boards.export, { id: 'centre-month' })).toBe('done');
    for (const who of ['operator', 'waterHead', 'systemAdmin'] as const) {
      expect([who, await tries(who, boards.export, { id: 'centre-month' })]).toEqual([who, 'board.notYours']);
    }
    expect(await tries('westHead', boards.export, { id: 'department', unit: here.units.water })).toBe('board.unit');
    expect(new Set(await outsiders('supervisor', boards.export, { id: 'shift' }))).toEqual(new Set(['board.notYours']));
  });
});
