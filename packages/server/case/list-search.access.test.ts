import { buildBlocks } from '@huying/server/search';
import { testDatabase } from '@huying/testing/database';
import { callerPhone, courseOf, type PersonName, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let strangers: Strangers;
let report = '';
beforeAll(async () => {
  strangers = await strangersOf(db);
  const course = courseOf(strangers.here);
  await course.handling();
  await course.closed();
  await strangers.here.open({ place: undefined });
  report = (await course.handling({ demandKind: 'report', confidential: true })).id;
});

const tail = callerPhone.slice(-4);

async function found(who: PersonName, q: string): Promise<string[]> {
  const { here } = strangers;
  return (await here.run(who, here.operations.list, { q, limit: 200 })).items.map(({ id }) => id);
}

async function listed(who: PersonName): Promise<string[]> {
  const { here } = strangers;
  return (await here.run(who, here.operations.list, { order: 'newest', limit: 200 })).items.map(({ id }) => id);
}

describe('a search', () => {
  it('finds of what is everywhere exactly what the reader’s list holds, waiting and in blocks', async () => {
    const { here } = strangers;
    for (let round = 0; round < 2; round++) {
      for (const who of Object.keys(here.posts) as PersonName[]) {
        for (const q of ['井盖', '盖', 'jinggai', 'wsjg']) {
          expect([round, who, q, await found(who, q)]).toEqual([round, who, q, await listed(who)]);
        }
      }
      await buildBlocks(here.services, here.tenant, 1);
    }
  });

  it('by the end of a telephone number is for those who take calls, within their area', async () => {
    for (const who of ['operator', 'acceptor', 'dispatcher', 'shiftLeader'] as const) {
      expect([who, await found(who, tail)]).toEqual([who, await listed(who)]);
      expect(await found(who, tail)).toContain(report);
    }
    for (const who of ['verifier', 'waterClerk', 'auditor', 'supervisor', 'systemAdmin', 'eastOperator'] as const) {
      expect([who, await found(who, tail)]).toEqual([who, []]);
    }
  });

  it('does not tell by its words or its answers who called', async () => {
    const { here } = strangers;
    for (const q of ['王丽华', '丽华', callerPhone.slice(0, 7), 'wanglihua']) {
      expect([q, await found('auditor', q)]).toEqual([q, []]);
    }
    const { rows } = await db.pool.query<{ n: number }>(
      `select (select count(*) from search_gram where gram in ('丽华', '~li hua', '^wlh')) + (select count(*) from search_recent where words like '%丽华%') as n`,
    );
    expect(Number(rows[0]?.n)).toBe(0);
    const { answer } = await here.run('dispatcher', here.operations.list, { q: tail });
    expect(JSON.stringify(answer)).not.toContain(callerPhone);
  });

  it('of another district finds nothing of this one', async () => {
    const { there } = strangers;
    const { items } = await there.run('dispatcher', there.operations.list, { q: '井盖' });
    const own = await there.run('dispatcher', there.operations.list, {});
    expect(items.map(({ id }) => id)).toEqual(own.items.map(({ id }) => id));
  });

  it('is refused nothing and finds nothing for whoever has no post here', async () => {
    const { here, outsiders } = strangers;
    const answers = await outsiders('dispatcher', here.operations.list, { q: '井盖' });
    expect(new Set(answers)).toEqual(new Set(['done']));
  });
});
