import { HuyingError } from '@huying/kit/error';
import { withoutTenant } from '../tenant/index.ts';
import { codeAddress, codeStep, newCodeSecret } from './one-time-code.ts';
import type { IdentityServices, Session } from './session.ts';
import { codeContext } from './sign-in.ts';
import {
  accountById,
  claimTry,
  confirmCodeSecret,
  deleteSessions,
  insertEvent,
  returnTry,
  setCodeSecret,
} from './store.ts';

/**
 * Begins the set-up of one-time codes: gives the `otpauth://` address to show as a picture, once. Begun again, the earlier secret is void.
 * @param issuer the district's name, as the authenticator will show it
 * @throws identity.mustChangePassword, identity.codeNotEnrolled when codes are set up already
 */
export async function enrolCode(
  services: IdentityServices,
  session: Session,
  issuer: string,
): Promise<{ readonly address: string }> {
  if (session.account.mustChangePassword) throw new HuyingError('identity.mustChangePassword');
  const { id, name } = session.account;
  const secret = newCodeSecret();
  const sealed = services.keyring.sealShared(secret, codeContext(id));
  const begun = await withoutTenant(services.db, (tx) => setCodeSecret(tx, id, sealed));
  if (!begun) throw new HuyingError('identity.codeNotEnrolled');
  return { address: codeAddress(secret, name, issuer) };
}

/**
 * Ends the set-up with one code from the authenticator; from now on signing in asks for one. Other sessions end.
 * @throws identity.codeNotEnrolled, identity.codeRefused
 */
export async function confirmCode(services: IdentityServices, session: Session, code: string): Promise<Session> {
  if (session.account.mustChangePassword) throw new HuyingError('identity.mustChangePassword');
  const { id } = session.account;
  const { maxFailures, lockMs } = services.identity;
  const now = services.now();
  const confirmed = await withoutTenant(services.db, async (tx) => {
    const account = await accountById(tx, id);
    if (account === undefined || account.totpSecret === null || account.totpConfirmedAt !== null) {
      throw new HuyingError('identity.codeNotEnrolled');
    }
    if ((await claimTry(tx, { id }, maxFailures, now, now + lockMs)) === undefined) return false;
    const step = codeStep(services.keyring.openShared(account.totpSecret, codeContext(id)), code, now);
    if (step === undefined) return false;
    await returnTry(tx, id);
    await confirmCodeSecret(tx, id, step, now);
    await deleteSessions(tx, id, session.id);
    await insertEvent(tx, {
      id: services.id(),
      at: now,
      account: id,
      what: 'enrol-code',
      result: 'confirmed',
      address: null,
    });
    return true;
  });
  if (!confirmed) throw new HuyingError('identity.codeRefused');
  return { ...session, account: { ...session.account, totp: true, mustEnrolCode: false } };
}
