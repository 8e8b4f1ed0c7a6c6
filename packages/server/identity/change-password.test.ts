import { randomUUID } from 'node:crypto';
import { isHuyingError } from '@huying/kit/error';
import { withoutTenant } from '@huying/server/tenant';
import { testDatabase } from '@huying/testing/database';
import { testIdentity, testPassword } from '@huying/testing/org';
import { describe, expect, it } from 'vitest';
import { accountNamed, openAccount, setInitialPassword } from './account.ts';
import { changePassword } from './change-password.ts';
import { enrolCode } from './second-factor.ts';
import { actorOf, resolveSession } from './session.ts';
import { signIn } from './sign-in.ts';

const db = await testDatabase();
const { services, clock, account, refusal } = testIdentity(db);
const { identity: settings } = services;
const password = testPassword;
const refused = (code: string) => expect.toSatisfy((error: unknown) => isHuyingError(error) && error.code === code);

describe('a first password', () => {
  async function fresh(): Promise<{ id: string; name: string }> {
    const id = randomUUID();
    const name = `f${id.slice(0, 8)}`;
    const opened = {
      id,
      name,
      displayName: '新人',
      locale: 'zh',
      initialPassword: 'Fresh-start-9',
      home: '440199',
    } as const;
    await withoutTenant(db, (tx) => openAccount(tx, clock.now(), opened));
    return { id, name };
  }

  it('opens nothing until it was changed', async () => {
    const { name } = await fresh();
    const { token, session } = await signIn(services, { name, password: 'Fresh-start-9' });
    expect(() => actorOf(session)).toThrowError(refused('identity.mustChangePassword'));
    await expect(enrolCode(services, session, '清江区')).rejects.toThrowError(refused('identity.mustChangePassword'));
    await changePassword(services, session, { current: 'Fresh-start-9', next: password });
    expect(actorOf(await resolveSession(services, token)).tenant).toBe('440199');
  });

  it('may not be weak, nor the name be taken in other capitals', async () => {
    const { name } = await fresh();
    const opened = {
      id: randomUUID(),
      name: name.toUpperCase(),
      displayName: 'x',
      locale: 'zh',
      initialPassword: 'weak',
      home: '440199',
    } as const;
    await expect(withoutTenant(db, (tx) => openAccount(tx, clock.now(), opened))).rejects.toThrowError(
      refused('identity.passwordWeak'),
    );
    const strong = { ...opened, initialPassword: 'Fresh-start-9' };
    await expect(withoutTenant(db, (tx) => openAccount(tx, clock.now(), strong))).rejects.toThrowError(
      refused('identity.accountNameTaken'),
    );
  });

  it('set again makes the change due again and lifts a lock', async () => {
    const { name } = await account();
    for (let i = 0; i < settings.maxFailures; i++) await refusal(name, 'no');
    await withoutTenant(db, async (tx) => {
      const found = await accountNamed(tx, name);
      if (found !== undefined) await setInitialPassword(tx, clock.now(), found, 'Another-start-9');
    });
    const { session } = await signIn(services, { name, password: 'Another-start-9' });
    expect(session.account.mustChangePassword).toBe(true);
  });
});

describe('changing the password', () => {
  it('ends every other session and keeps this one', async () => {
    const { name } = await account();
    const other = await signIn(services, { name, password });
    const { token, session } = await signIn(services, { name, password });
    await changePassword(services, session, { current: password, next: 'Riverbank-88' });
    await resolveSession(services, token);
    await expect(resolveSession(services, other.token)).rejects.toThrowError(refused('identity.sessionEnded'));
  });

  it('needs the current one, a strong one, and none of the last five', async () => {
    const { name } = await account();
    const { session } = await signIn(services, { name, password });
    const change = (current: string, next: string) => changePassword(services, session, { current, next });
    await expect(change('no', 'Riverbank-88')).rejects.toThrowError(refused('identity.passwordWrong'));
    await expect(change(password, 'short')).rejects.toThrowError(refused('identity.passwordWeak'));
    const series = ['Riverbank-81', 'Riverbank-82', 'Riverbank-83', 'Riverbank-84', 'Riverbank-85'];
    let current = password;
    for (const next of series) {
      await change(current, next);
      current = next;
    }
    for (const used of series)
      await expect(change(current, used)).rejects.toThrowError(refused('identity.passwordReused'));
    await change(current, password);
  });

  it('wrong tries lock the account as at sign-in', async () => {
    const { name } = await account();
    const { session } = await signIn(services, { name, password });
    for (let i = 0; i < settings.maxFailures; i++) {
      await expect(changePassword(services, session, { current: 'no', next: 'Riverbank-88' })).rejects.toThrowError(
        refused('identity.passwordWrong'),
      );
    }
    await expect(changePassword(services, session, { current: password, next: 'Riverbank-88' })).rejects.toThrowError(
      refused('identity.passwordWrong'),
    );
    expect(await refusal(name, password)).toMatchObject({ code: 'identity.signInRefused' });
  });

  it('is due after ninety days', async () => {
    const { name } = await account();
    clock.advance(settings.passwordAgeMs - 1);
    expect((await signIn(services, { name, password })).session.account.mustChangePassword).toBe(false);
    clock.advance(1);
    expect((await signIn(services, { name, password })).session.account.mustChangePassword).toBe(true);
  });
});
