import { Type } from 'typebox';
import { defineOperation, inTenant, type Services, theSystem } from '../ledger/index.ts';
import { requireRole, systemAdmin } from '../org/index.ts';
import type { SmsGateway } from './sms.ts';
import { insertInboxText, selectInboxTexts } from './store.ts';

/** The gateway of a district that has none: messages are kept, with the number masked, where the system administrator sees them. */
export function inboxGateway(services: Services): SmsGateway {
  return {
    async carry({ tenant, key, case: caseId, phone, text }) {
      const masked = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
      await inTenant(services, { tenant, actor: theSystem }, (ctx) =>
        insertInboxText(ctx.tx, tenant, key, { id: ctx.id(), caseId, phone: masked, text, at: new Date(ctx.now) }),
      );
      return { sent: true };
    },
  };
}

/** What the in-box gateway kept, newest first; for the system administrator. Throws org.roleRequired. */
export const listInboxTexts = defineOperation({
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
        text: Type.String(),
        at: Type.String(),
      }),
    ),
  }),
  async run(ctx, { case: caseId, limit = 50 }) {
    await requireRole(ctx, systemAdmin);
    const rows = await selectInboxTexts(ctx.tx, ctx.tenant, limit, caseId);
    const items = rows.map(({ id, caseId: of, phone, text, at }) => ({
      id,
      case: of,
      phone,
      text,
      at: at.toISOString(),
    }));
    return { items };
  },
});
