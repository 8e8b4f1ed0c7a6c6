import { Type } from 'typebox';
import type { Keyring } from '../identity/index.ts';
import { defineOperation, inTenant, type Services, theSystem } from '../ledger/index.ts';
import { requireRole, systemAdmin } from '../org/index.ts';
import type { SmsGateway } from './sms.ts';
import { insertInboxText, selectInboxTexts } from './store.ts';

/**
 * The gateway of a district that has none: messages are kept, with the number masked and the text sealed under the key of the case, where the
 * system administrator reads them.
 */
export function inboxGateway(services: Services & { readonly keyring: Keyring }): SmsGateway {
  return {
    async carry({ tenant, key, case: caseId, phone, text }) {
      const masked = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
      await inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
        const sealed = await services.keyring.encryptFor(ctx, caseId, text);
        await insertInboxText(ctx.tx, tenant, key, {
          id: ctx.id(),
          caseId,
          phone: masked,
          sealed,
          at: new Date(ctx.now),
        });
      });
      return { sent: true };
    },
  };
}

/**
 * What the in-box gateway kept, newest first, in the clear; null for the text to a caller who was erased since. For the system administrator.
 * Throws org.roleRequired.
 */
export function listInboxTexts({ keyring }: { readonly keyring: Keyring }) {
  return defineOperation({
    name: 'notify.smsInbox',
    summary: { zh: '内置短信箱', en: 'Text messages kept in the box' },
    input: Type.Object(
      {
        case: Type.Optional(Type.String({ format: 'uuid' })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      },
      { additionalProperties: false },
    ),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Type.String(),
          case: Type.Union([Type.String(), Type.Null()]),
          phone: Type.String(),
          text: Type.Union([Type.String(), Type.Null()]),
          at: Type.String(),
        }),
      ),
    }),
    async run(ctx, { case: caseId, limit = 50 }) {
      await requireRole(ctx, systemAdmin);
      const rows = await selectInboxTexts(ctx.tx, ctx.tenant, limit, caseId);
      const sealed = rows.flatMap((row) =>
        row.sealed === null ? [] : [{ id: row.id, subject: row.caseId, sealed: row.sealed }],
      );
      const opened = await keyring.decryptMany(ctx, sealed);
      const texts = new Map(sealed.map(({ id }, at) => [id, opened[at]]));
      const items = rows.map(({ id, caseId: of, phone, text, at }) => ({
        id,
        case: of,
        phone,
        text: text ?? texts.get(id) ?? null,
        at: at.toISOString(),
      }));
      return { items };
    },
  });
}
