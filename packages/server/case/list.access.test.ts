import { testDatabase } from '@huying/testing/database';
import { courseOf, type PersonName, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
beforeAll(async () => {
  strangers = await strangersOf(db);
});

async function listed(who: PersonName): Promise<string[]> {
  const { here } = strangers;
  const { items } = await here.run(who, here.operations.list, { limit: 200 });
  return items.map(({ id }) => id);
}

describe('lists and their counts', () => {
  it('hold what the reader may see and nothing else', async () => {
    const { here } = strangers;
    const { id } = await courseOf(here).handling();
    for (const who of ['dispatcher', 'auditor', 'waterClerk', 'pipesHandler', 'westVerifier'] as const) {
      expect([who, (await listed(who)).includes(id)]).toEqual([who, true]);
    }
    for (const who of ['roadsClerk', 'eastDispatcher', 'systemAdmin', 'securityAdmin', 'dutyEditor'] as const) {
      expect([who, (await listed(who)).includes(id)]).toEqual([who, false]);
      const counts = await here.run(who, here.operations.worklists, {});
      expect(counts.map(({ count }) => count).every((count) => count === 0)).toBe(true);
    }
  });

  it('agree with what can be read, case by case', async () => {
    const { here, tries } = strangers;
    const all = await listed('auditor');
    for (const who of Object.keys(here.posts) as PersonName[]) {
      if (who === 'roadsHead') continue;
      const seen = await listed(who);
      for (const id of all) {
        const read = (await tries(who, here.operations.read, { id })) === 'done';
        expect([who, id, seen.includes(id)]).toEqual([who, id, read]);
      }
    }
  });

  it('of a unit and what is below it show nobody more than they may see', async () => {
    const { here, there, tries } = strangers;
    await courseOf(here).handling();
    const under = async (who: PersonName, unit: string) =>
      (await here.run(who, here.operations.list, { under: unit, limit: 200 })).items;
    const { units } = here;
    const water = (await under('auditor', units.water)).map(({ id }) => id);
    expect(water.length).toBeGreaterThan(0);
    for (const who of ['dispatcher', 'waterClerk', 'pipesHandler'] as const) {
      expect([who, (await under(who, units.water)).map(({ id }) => id)]).toEqual([who, water]);
    }
    for (const who of ['roadsClerk', 'eastDispatcher', 'systemAdmin', 'congressOfficer'] as const) {
      expect([who, await under(who, units.water)]).toEqual([who, []]);
    }
    expect(await under('auditor', units.roads)).toEqual([]);
    expect(await tries('auditor', here.operations.list, { under: there.units.water })).toBe('org.unitUnknown');
  });

  it('are empty for another district and for whoever has no post here', async () => {
    const { here, there, outsiders } = strangers;
    await here.open();
    expect((await there.run('auditor', there.operations.list, {})).items).toEqual([]);
    const { operations } = here;
    const counting = {
      ...operations.list,
      run: async (...call: Parameters<typeof operations.list.run>) => {
        const { items } = await operations.list.run(...call);
        if (items.length > 0) throw new Error('somebody sees a case of a district that is not theirs');
        return { items, next: null };
      },
    };
    expect(new Set(await outsiders('auditor', counting, {}))).toEqual(new Set(['done']));
  });

  it('of one role are not in the menu of another', async () => {
    const { here } = strangers;
    const menu = async (who: PersonName) => (await here.run(who, here.operations.worklists, {})).map(({ id }) => id);
    expect(await menu('callbackOfficer')).toContain('dissatisfied');
    expect(await menu('acceptor')).not.toContain('dissatisfied');
  });
});
