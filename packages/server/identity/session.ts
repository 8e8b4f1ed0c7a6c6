import { HuyingError, type Locale } from '@huying/kit/error';
import type { Tx } from '../db/index.ts';
import type { Actor, Services } from '../ledger/index.ts';
import { withoutTenant } from '../tenant/index.ts';
import type { Keyring } from './keyring.ts';
import { lookUpSession } from './session-lookup.ts';
import type { IdentitySettings } from './settings.ts';
import {
  type AccountRow,
  deleteEndedSessions,
  deleteSession,
  deleteSessions,
  insertEvent,
  memberships,
  type SessionRow,
  sessionsOf,
  setSessionPost,
  touchSession,
} from './store.ts';
import { looksLikeToken, tokenHash } from './token.ts';

/** What the door needs besides the database; put together in compose. */
export interface IdentityServices extends Pick<Services, 'db' | 'now' | 'id'> {
  readonly keyring: Keyring;
  readonly identity: IdentitySettings;
}

/** The account behind a session, without its secrets. */
export interface SessionAccount {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly locale: Locale;
  /** everything else is refused until the password was changed: at first, after a reset, and when it is too old */
  readonly mustChangePassword: boolean;
  /** everything else is refused until one-time codes were set up */
  readonly mustEnrolCode: boolean;
  readonly totp: boolean;
}

/** A living session. Instants in epoch milliseconds. */
export interface Session {
  readonly id: string;
  readonly account: SessionAccount;
  /** the district and post acted in; null until chosen */
  readonly district: string | null;
  readonly post: string | null;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly endsAt: number;
}

/** Last-seen marks are written at most this often, so that reading costs no write. */
const touchEvery = 60_000;

/**
 * The session of a token, looked up by its hash. Ended by idleness, by age, by revocation or by a disabled account it is no session any more, from the next request on.
 * @throws identity.sessionEnded
 */
export async function resolveSession(services: IdentityServices, token: string): Promise<Session> {
  if (!looksLikeToken(token)) throw new HuyingError('identity.sessionEnded');
  const now = services.now();
  const found = await lookUpSession(services.db, tokenHash(token));
  if (found === undefined || !lives(found.session, now, services.identity) || !usable(found.account, now)) {
    throw new HuyingError('identity.sessionEnded');
  }
  const { session, account } = found;
  if (now - session.lastSeenAt >= touchEvery) {
    await withoutTenant(services.db, (tx) => touchSession(tx, session.id, now));
  }
  return sessionOf(session, account, now, services.identity);
}

/**
 * The district and actor that a session's operations run under: the only way from a session to an operation, so nothing can be done before the password was changed.
 * @throws identity.mustChangePassword, identity.mustEnrolCode, identity.noDistrict
 */
export function actorOf(session: Session): { readonly tenant: string; readonly actor: Actor } {
  const { account, district, post } = session;
  if (account.mustChangePassword) throw new HuyingError('identity.mustChangePassword');
  if (account.mustEnrolCode) throw new HuyingError('identity.mustEnrolCode');
  if (district === null) throw new HuyingError('identity.noDistrict');
  return { tenant: district, actor: { kind: 'person', account: account.id, post, name: account.displayName } };
}

/** The districts an account is admitted to, its home first. */
export function districtsOf(
  services: IdentityServices,
  account: string,
): Promise<{ district: string; home: boolean }[]> {
  return withoutTenant(services.db, (tx) => memberships(tx, account));
}

/**
 * Sets the district and post a session acts in. Whether the post is the account's own is for `chooseActingPost` of org to say: call that.
 * @throws identity.noDistrict, identity.sessionEnded
 */
export async function setActing(tx: Tx, session: Session, district: string, post: string | null): Promise<Session> {
  const admitted = await memberships(tx, session.account.id);
  if (!admitted.some((one) => one.district === district)) throw new HuyingError('identity.noDistrict');
  if (!(await setSessionPost(tx, session.id, district, post))) throw new HuyingError('identity.sessionEnded');
  return { ...session, district, post };
}

/** Signs out: the token is worthless from here on. */
export async function endSession(services: IdentityServices, session: Session): Promise<void> {
  await withoutTenant(services.db, async (tx) => {
    await deleteSession(tx, session.account.id, session.id);
    await insertEvent(tx, {
      id: services.id(),
      at: services.now(),
      account: session.account.id,
      what: 'sign-out',
      result: 'ended',
      address: null,
    });
  });
}

/** The living sessions of an account, for the page on which a person ends those they do not know. */
export function listSessions(services: IdentityServices, account: string): Promise<SessionRow[]> {
  const now = services.now();
  return withoutTenant(services.db, async (tx) =>
    (await sessionsOf(tx, account, now)).filter((session) => lives(session, now, services.identity)),
  );
}

/** Ends one session of an account at once; false when it had none by that id. */
export function revokeSession(services: IdentityServices, account: string, id: string): Promise<boolean> {
  return withoutTenant(services.db, async (tx) => {
    const ended = await deleteSession(tx, account, id);
    if (ended)
      await insertEvent(tx, {
        id: services.id(),
        at: services.now(),
        account,
        what: 'revoke-session',
        result: 'ended',
        address: null,
      });
    return ended;
  });
}

/** Ends every session of an account at once, but for one if given; in a transaction of the caller's. @returns how many */
export function revokeSessions(tx: Tx, account: string, but: string | null = null): Promise<number> {
  return deleteSessions(tx, account, but);
}

/** Clears away sessions that ended by age or idleness; run daily. @returns how many */
export function sweepSessions(services: IdentityServices): Promise<number> {
  const now = services.now();
  return withoutTenant(services.db, (tx) => deleteEndedSessions(tx, now, now - services.identity.idleMs));
}

export function usable(account: AccountRow, now: number): boolean {
  return account.disabledAt === null && (account.expiresAt === null || account.expiresAt > now);
}

function lives(session: SessionRow, now: number, settings: IdentitySettings): boolean {
  return session.endsAt > now && session.lastSeenAt + settings.idleMs > now;
}

export function sessionOf(row: SessionRow, account: AccountRow, now: number, settings: IdentitySettings): Session {
  const totp = account.totpConfirmedAt !== null;
  return {
    id: row.id,
    account: {
      id: account.id,
      name: account.name,
      displayName: account.displayName,
      locale: account.locale,
      mustChangePassword: account.mustChangePassword || account.passwordChangedAt + settings.passwordAgeMs <= now,
      mustEnrolCode: account.totpRequired && !totp,
      totp,
    },
    district: row.district,
    post: row.post,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    endsAt: row.endsAt,
  };
}
