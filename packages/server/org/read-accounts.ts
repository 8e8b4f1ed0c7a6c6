import Type from 'typebox';
import { accountIn, listAccounts as accountsOf, signInsOf } from '../identity/index.ts';
import { defineOperation } from '../ledger/index.ts';
import { requireRole } from './org.ts';
import { uuid } from './org-schema.ts';
import { auditAdmin, securityAdmin, systemAdmin } from './unit.ts';

const orNull = Type.Union([Type.Integer(), Type.Null()]);

/** The district's accounts by name, a page at a time; for the three administrators. */
export const listAccounts = defineOperation({
  name: 'org.listAccounts',
  summary: { zh: '查看账号', en: 'List accounts' },
  input: Type.Object(
    {
      after: Type.Optional(Type.String({ maxLength: 80, pattern: '^[^\\x00-\\x1f]*$' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        id: uuid,
        name: Type.String(),
        displayName: Type.String(),
        locale: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
        mustChangePassword: Type.Boolean(),
        disabledAt: orNull,
        expiresAt: orNull,
        lockedUntil: orNull,
        totp: Type.Boolean(),
        totpRequired: Type.Boolean(),
        createdAt: Type.Integer(),
      }),
    ),
    next: Type.Optional(Type.String()),
  }),
  async run(ctx, { after, limit = 50 }) {
    await requireRole(ctx, systemAdmin, securityAdmin, auditAdmin);
    return accountsOf(ctx.tx, ctx.tenant, { after, limit });
  },
});

/** What happened at the door for one account, newest first: sign-ins, refusals, changes of password; for the audit administrator. */
export const readSignIns = defineOperation({
  name: 'org.readSignIns',
  summary: { zh: '查看登录记录', en: 'Read the sign-ins of an account' },
  input: Type.Object(
    { account: uuid, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        at: Type.Integer(),
        what: Type.String(),
        result: Type.String(),
        address: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
  async run(ctx, { account, limit = 100 }) {
    await requireRole(ctx, auditAdmin);
    await accountIn(ctx.tx, ctx.tenant, account);
    return { items: await signInsOf(ctx.tx, account, limit) };
  },
});
