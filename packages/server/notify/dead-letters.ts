import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { append, defineOperation, reviveItem } from '../ledger/index.ts';
import { requireRole, systemAdmin } from '../org/index.ts';
import { selectDead } from './store.ts';

/** Messages that were given up, newest first: what they were, never what they said. Throws org.roleRequired. */
export const listDeadLetters = defineOperation({
  name: 'notify.deadLetters',
  summary: { zh: '未能送达的消息', en: 'Undelivered messages' },
  input: Type.Object(
    { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: Type.String(),
        key: Type.String(),
        attempts: Type.Integer(),
        error: Type.Union([Type.String(), Type.Null()]),
        at: Type.String(),
      }),
    ),
  }),
  async run(ctx, { limit = 50 }) {
    await requireRole(ctx, systemAdmin);
    const rows = await selectDead(ctx.tx, ctx.tenant, limit);
    return { items: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) };
  },
});

/** Puts a message that was given up back into the outbox. Throws org.roleRequired, notify.itemUnknown. */
export const reviveDeadLetter = defineOperation({
  name: 'notify.revive',
  summary: { zh: '重新发送', en: 'Send again' },
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Object({}),
  async run(ctx, { id }) {
    await requireRole(ctx, systemAdmin);
    if (!(await reviveItem(ctx.tx, ctx.tenant, id, ctx.now))) throw new HuyingError('notify.itemUnknown');
    append(ctx, { subject: id, kind: 'message', what: 'revive', visibility: 'internal', body: {} });
    return {};
  },
});
