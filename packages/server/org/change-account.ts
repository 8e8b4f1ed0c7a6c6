import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import {
  accountAtHome,
  disable,
  enable,
  requireCode,
  resetCode,
  revokeSessions,
  setInitialPassword,
} from '../identity/index.ts';
import { append, type Ctx, defineOperation } from '../ledger/index.ts';
import { requireRole } from './org.ts';
import { firstPassword, line, nothing, uuid } from './org-schema.ts';
import { systemAdmin } from './unit.ts';

const input = Type.Object({ account: uuid, reason: line(200) }, { additionalProperties: false });

function note(ctx: Ctx, account: string, what: string, reason: string): void {
  append(ctx, { subject: account, kind: 'account', what, visibility: 'internal', body: { reason } });
}

/** The person cannot sign in any more and every session of theirs has ended when this returns. Their posts stay until the security administrator ends them. */
export const disableAccount = defineOperation({
  name: 'org.disableAccount',
  summary: { zh: '停用账号', en: 'Disable an account' },
  input,
  output: nothing,
  async run(ctx, { account: id, reason }) {
    await requireRole(ctx, systemAdmin);
    const account = await accountAtHome(ctx.tx, ctx.tenant, id);
    if (account.id === ctx.actor.account) throw new HuyingError('org.ownAccount');
    await disable(ctx.tx, ctx.now, account.id);
    await revokeSessions(ctx.tx, account.id);
    note(ctx, account.id, 'disable', reason);
    return {};
  },
});

export const enableAccount = defineOperation({
  name: 'org.enableAccount',
  summary: { zh: '启用账号', en: 'Enable an account' },
  input,
  output: nothing,
  async run(ctx, { account: id, reason }) {
    await requireRole(ctx, systemAdmin);
    const account = await accountAtHome(ctx.tx, ctx.tenant, id);
    await enable(ctx.tx, account.id);
    note(ctx, account.id, 'enable', reason);
    return {};
  },
});

/** Sets a first password again, to be changed at the next sign-in; every session of the account ends. */
export const resetPassword = defineOperation({
  name: 'org.resetPassword',
  summary: { zh: '重置密码', en: 'Reset a password' },
  input: Type.Object(
    { account: uuid, initialPassword: firstPassword, reason: line(200) },
    { additionalProperties: false },
  ),
  output: nothing,
  async run(ctx, { account: id, initialPassword, reason }) {
    await requireRole(ctx, systemAdmin);
    const account = await accountAtHome(ctx.tx, ctx.tenant, id);
    await setInitialPassword(ctx.tx, ctx.now, account, initialPassword);
    await revokeSessions(ctx.tx, account.id);
    note(ctx, account.id, 'reset-password', reason);
    return {};
  },
});

/** For someone who lost their phone: one-time codes are set up anew; every session of the account ends. */
export const resetSecondFactor = defineOperation({
  name: 'org.resetSecondFactor',
  summary: { zh: '重置动态验证码', en: 'Reset one-time codes' },
  input,
  output: nothing,
  async run(ctx, { account: id, reason }) {
    await requireRole(ctx, systemAdmin);
    const account = await accountAtHome(ctx.tx, ctx.tenant, id);
    await resetCode(ctx.tx, account.id);
    await revokeSessions(ctx.tx, account.id);
    note(ctx, account.id, 'reset-second-factor', reason);
    return {};
  },
});

/** Makes one-time codes a duty of the account, or lifts it. */
export const requireSecondFactor = defineOperation({
  name: 'org.requireSecondFactor',
  summary: { zh: '要求动态验证码', en: 'Require one-time codes' },
  input: Type.Object({ account: uuid, required: Type.Boolean(), reason: line(200) }, { additionalProperties: false }),
  output: nothing,
  async run(ctx, { account: id, required, reason }) {
    await requireRole(ctx, systemAdmin);
    const account = await accountAtHome(ctx.tx, ctx.tenant, id);
    await requireCode(ctx.tx, account.id, required);
    note(ctx, account.id, required ? 'require-second-factor' : 'lift-second-factor', reason);
    return {};
  },
});
