import { randomBytes, randomUUID } from 'node:crypto';
import { isHuyingError } from '@huying/kit/error';
import type { Db } from '@huying/server/db';
import {
  admitAccount,
  createKeyring,
  defaultIdentitySettings,
  hashPassword,
  type IdentityServices,
  openReadyAccount,
  signIn,
} from '@huying/server/identity';
import { withoutTenant } from '@huying/server/tenant';
import { type FakeClock, fakeClock } from '@huying/testing/database';

/** The password of everyone in a test. */
export const testPassword = 'Qing-jiang7';

let hashed: Promise<string> | undefined;

/** Hash of `testPassword`, made once in a process. */
export function testPasswordHash(): Promise<string> {
  hashed ??= hashPassword(testPassword);
  return hashed;
}

/** The door of an empty database, with accounts as they are asked for. */
export interface TestIdentity {
  readonly services: IdentityServices;
  readonly clock: FakeClock;
  /** A new account that may sign in at once, admitted to these districts (the first is its home). */
  account(districts?: readonly string[]): Promise<{ readonly id: string; readonly name: string }>;
  /** Everything an outsider learns from a refused sign-in; 'signed in' when it was not refused. */
  refusal(name: string, password: string): Promise<unknown>;
}

export function testIdentity(db: Db): TestIdentity {
  const clock = fakeClock('2026-07-01T09:00:00+08:00');
  const services: IdentityServices = {
    db,
    now: clock.now,
    id: () => randomUUID(),
    keyring: createKeyring(randomBytes(32)),
    identity: defaultIdentitySettings,
  };
  return {
    services,
    clock,
    async account(districts = ['440199']) {
      const id = randomUUID();
      const name = `p${id.slice(0, 8)}`;
      const [home = '', ...others] = districts;
      const passwordHash = await testPasswordHash();
      await withoutTenant(db, async (tx) => {
        await openReadyAccount(tx, clock.now(), { id, name, displayName: '王丽', locale: 'zh', passwordHash, home });
        for (const other of others) await admitAccount(tx, clock.now(), id, other);
      });
      return { id, name };
    },
    async refusal(name, password) {
      try {
        await signIn(services, { name, password });
      } catch (error) {
        if (isHuyingError(error)) return { code: error.code, params: error.params, problems: error.problems };
        throw error;
      }
      return 'signed in';
    },
  };
}
