import { type Db, silentLog } from '@huying/server/db';
import type { Services } from '@huying/server/ledger';
import { v7 } from 'uuid';
import { type FakeClock, fakeClock } from './fake-clock.ts';

export interface TestServices extends Services {
  readonly clock: FakeClock;
}

/** Services over a test's database, whose time is the fake clock's. */
export function testServices(db: Db, start: number | string = '2026-07-01T08:00:00+08:00'): TestServices {
  const clock = fakeClock(start);
  return { db, clock, now: () => clock.now(), id: () => v7(), log: silentLog };
}
