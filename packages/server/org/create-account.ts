import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { accountNamed, admitAccount as admit, openAccount } from '../identity/index.ts';
import { append, defineOperation } from '../ledger/index.ts';
import { requireRole } from './org.ts';
import { firstPassword, instant, line, uuid } from './org-schema.ts';
import { systemAdmin } from './unit.ts';

/** Opens an account with no power at all: posts come from the security administrator. */
export const createAccount = defineOperation({
  name: 'org.createAccount',
  summary: { zh: '开设账号', en: 'Open an account' },
  input: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 80 }),
      displayName: line(40),
      locale: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
      initialPassword: firstPassword,
      codeRequired: Type.Optional(Type.Boolean()),
      expiresAt: Type.Optional(Type.Union([instant, Type.Null()])),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ id: uuid }),
  async run(ctx, input) {
    await requireRole(ctx, systemAdmin);
    const id = ctx.id();
    const locale = input.locale ?? 'zh';
    await openAccount(ctx.tx, ctx.now, {
      id,
      name: input.name,
      displayName: input.displayName,
      locale,
      initialPassword: input.initialPassword,
      home: ctx.tenant,
      totpRequired: input.codeRequired,
      expiresAt: input.expiresAt,
    });
    const body = { name: input.name, displayName: input.displayName, locale, expiresAt: input.expiresAt ?? null };
    append(ctx, { subject: id, kind: 'account', what: 'create', visibility: 'internal', body });
    return { id };
  },
});

/** Lets an account of another district be given posts in this one. The name must be known exactly: there is nothing to browse. */
export const admitAccount = defineOperation({
  name: 'org.admitAccount',
  summary: { zh: '接纳外区账号', en: 'Admit an account of another district' },
  input: Type.Object({ name: Type.String({ minLength: 1, maxLength: 80 }) }, { additionalProperties: false }),
  output: Type.Object({ id: uuid }),
  async run(ctx, input) {
    await requireRole(ctx, systemAdmin);
    const account = await accountNamed(ctx.tx, input.name);
    if (account === undefined) throw new HuyingError('identity.accountUnknown');
    if (await admit(ctx.tx, ctx.now, account.id, ctx.tenant)) {
      append(ctx, {
        subject: account.id,
        kind: 'account',
        what: 'admit',
        visibility: 'internal',
        body: { name: account.name },
      });
    }
    return { id: account.id };
  },
});
