import { HuyingError } from '@huying/kit/error';
import { withoutTenant } from '../tenant/index.ts';
import { hashPassword, passwordMatches } from './password-hash.ts';
import { requireStrongPassword } from './password-rule.ts';
import type { IdentityServices, Session } from './session.ts';
import { claimTry, deleteSessions, insertEvent, returnTry, setPassword } from './store.ts';

/**
 * A person changes their own password; every other session of theirs ends. Wrong tries count towards the lock like those at sign-in.
 * @throws identity.passwordWrong, identity.passwordWeak, identity.passwordReused
 */
export async function changePassword(
  services: IdentityServices,
  session: Session,
  input: { readonly current: string; readonly next: string },
): Promise<Session> {
  const settings = services.identity;
  const now = services.now();
  const id = session.account.id;
  const account = await withoutTenant(services.db, (tx) =>
    claimTry(tx, { id }, settings.maxFailures, now, now + settings.lockMs),
  );
  if (
    account === undefined ||
    input.current.length > 512 ||
    !(await passwordMatches(input.current, account.passwordHash))
  ) {
    throw new HuyingError('identity.passwordWrong');
  }
  await withoutTenant(services.db, (tx) => returnTry(tx, id));
  requireStrongPassword(input.next, account.name, settings);
  const kept = [account.passwordHash, ...account.passwordHistory].slice(0, settings.passwordHistory);
  for (const earlier of kept) {
    if (await passwordMatches(input.next, earlier)) {
      throw new HuyingError('identity.passwordReused', { count: settings.passwordHistory });
    }
  }
  const hash = await hashPassword(input.next);
  await withoutTenant(services.db, async (tx) => {
    await setPassword(tx, id, { hash, history: kept, mustChange: false, now });
    await deleteSessions(tx, id, session.id);
    await insertEvent(tx, {
      id: services.id(),
      at: now,
      account: id,
      what: 'change-password',
      result: 'changed',
      address: null,
    });
  });
  return { ...session, account: { ...session.account, mustChangePassword: false } };
}
