import { HuyingError, type Locale } from '@huying/kit/error';
import type { Program } from '../compose/index.ts';
import { type Account, accountNamed, initialPassword, listAccounts } from '../identity/index.ts';
import { inTenant, type Operation, runOperation, theSystem } from '../ledger/index.ts';
import {
  createAccount,
  createPostOperation,
  disableAccount,
  enableAccount,
  orgOf,
  resetPassword,
} from '../org/index.ts';
import { withoutTenant } from '../tenant/index.ts';
import { districtOrOnly } from './district-named.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly state: 'active' | 'disabled' | 'locked' | 'expired';
  readonly roles: readonly string[];
}

/** Every account of a district, with the roles it may act in now. @throws access.district */
export async function usersOf({ services }: Program, named: string | undefined): Promise<User[]> {
  const { code } = await districtOrOnly(services.db, named);
  return inTenant(services, { tenant: code, actor: theSystem }, async (ctx) => {
    const org = await orgOf(ctx);
    const users: User[] = [];
    let after: string | undefined;
    do {
      const page = await listAccounts(ctx.tx, code, { after, limit: 500 });
      for (const account of page.items) {
        const roles = org.postsOf(account.id, ctx.now).map(({ role }) => role);
        users.push({
          id: account.id,
          name: account.name,
          displayName: account.displayName,
          state: stateOf(account, ctx.now),
          roles,
        });
      }
      after = page.next;
    } while (after !== undefined);
    return users;
  });
}

function stateOf({ disabledAt, lockedUntil, expiresAt }: Account, now: number): User['state'] {
  if (disabledAt !== null) return 'disabled';
  if (expiresAt !== null && expiresAt <= now) return 'expired';
  return lockedUntil !== null && lockedUntil > now ? 'locked' : 'active';
}

export interface NewUser {
  readonly name: string;
  readonly locale: Locale;
  readonly display?: string;
  readonly role?: string;
  readonly unit?: string;
  readonly district?: string;
}

/** Opens an account, and gives it a post where a role is named. The role is looked at first, so that no account stands without it. */
export async function addUserTo(
  { services }: Program,
  asked: NewUser,
): Promise<{ id: string; name: string; password: string }> {
  const { code } = await districtOrOnly(services.db, asked.district);
  const roles = Object.keys(services.product.roles);
  if (asked.role !== undefined && !roles.includes(asked.role))
    throw new HuyingError('org.roleUnknown', { role: asked.role });
  const as = { tenant: code, actor: theSystem };
  const org = await inTenant(services, as, (ctx) => orgOf(ctx));
  const unit = asked.unit === undefined ? org.root : org.unitByCode(asked.unit);
  if (asked.role !== undefined && unit === undefined) throw new HuyingError('org.unitUnknown');
  const password = initialPassword();
  const input = {
    name: asked.name,
    displayName: asked.display ?? asked.name,
    locale: asked.locale,
    initialPassword: password,
  };
  const { id } = await runOperation(services, createAccount, { ...as, input });
  if (asked.role !== undefined && unit !== undefined) {
    const post = { account: id, unit: unit.id, role: asked.role };
    await runOperation(services, createPostOperation(roles), { ...as, input: post });
  }
  return { id, name: asked.name, password };
}

export async function resetUser(
  program: Program,
  name: string,
  district: string | undefined,
  reason: string,
): Promise<{ password: string }> {
  const password = initialPassword();
  await onAccount(program, resetPassword, name, district, { initialPassword: password, reason });
  return { password };
}

export async function switchUser(
  program: Program,
  act: 'disable' | 'unlock',
  name: string,
  district: string | undefined,
  reason: string,
): Promise<void> {
  await onAccount(program, act === 'disable' ? disableAccount : enableAccount, name, district, { reason });
}

async function onAccount<I extends { readonly account: string }>(
  { services }: Program,
  operation: Operation<I, unknown>,
  name: string,
  district: string | undefined,
  rest: Omit<I, 'account'>,
): Promise<void> {
  const { code } = await districtOrOnly(services.db, district);
  const account = await withoutTenant(services.db, (tx) => accountNamed(tx, name));
  if (account === undefined) throw new HuyingError('identity.accountUnknown');
  const input = { ...rest, account: account.id } as unknown as I;
  await runOperation(services, operation, { tenant: code, actor: theSystem, input });
}
