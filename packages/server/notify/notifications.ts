import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import type { Keyring } from '../identity/index.ts';
import { append, type Ctx, defineOperation } from '../ledger/index.ts';
import { countUnread, endMailWish, markRead, type Notification, selectNotifications, setMailWish } from './store.ts';

const strict = { additionalProperties: false } as const;
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const when = Type.String({ description: 'ISO 8601, UTC' });
const unread = Type.Object({ unread: Type.Integer(), capped: Type.Boolean() });

/** More unread than anybody counts. */
const BOUND = 1_000;

const notificationRow = Type.Object({
  id: Type.String(),
  case: nullable(Type.String()),
  /** What the id is of. */
  about: Type.Union([Type.Literal('case'), Type.Literal('promise'), Type.Literal('plan'), Type.Literal('blocker')]),
  number: nullable(Type.String()),
  title: nullable(Type.String()),
  what: Type.String(),
  does: Type.String(),
  label: Type.Object({ zh: Type.String(), en: Type.String() }),
  due: nullable(when),
  at: when,
  readAt: nullable(when),
});

/** One's own notices, newest first. */
export const listNotifications = defineOperation({
  name: 'notify.list',
  summary: { zh: '我的消息', en: 'My notices' },
  input: Type.Object(
    {
      unread: Type.Optional(Type.Boolean()),
      cursor: Type.Optional(Type.String({ maxLength: 100 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    },
    strict,
  ),
  output: Type.Object({ items: Type.Array(notificationRow), next: nullable(Type.String()) }),
  async run(ctx, { unread: onlyUnread = false, cursor, limit = 30 }) {
    const account = ownAccount(ctx);
    const before = cursor === undefined ? undefined : placeOf(cursor);
    const rows = await selectNotifications(ctx.tx, ctx.tenant, account, limit + 1, { unread: onlyUnread, before });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(rowOf),
      next: rows.length > limit && last !== undefined ? `${last.at.getTime()}.${last.id}` : null,
    };
  },
});

/** How many of one's own notices are unread. */
export const unreadNotifications = defineOperation({
  name: 'notify.unread',
  summary: { zh: '未读消息数', en: 'Unread notices' },
  input: Type.Object({}, strict),
  output: unread,
  run: (ctx) => unreadOf(ctx, ownAccount(ctx)),
});

/** Marks one's own notices as read: those named, or all there are. Another's are passed over. */
export const readNotifications = defineOperation({
  name: 'notify.read',
  summary: { zh: '标为已读', en: 'Mark notices as read' },
  input: Type.Union([
    Type.Object({ ids: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 200 }) }, strict),
    Type.Object({ all: Type.Literal(true) }, strict),
  ]),
  output: unread,
  async run(ctx, input) {
    const account = ownAccount(ctx);
    await markRead(ctx.tx, ctx.tenant, account, 'ids' in input ? input.ids : null, ctx.now);
    return unreadOf(ctx, account);
  },
});

/** Has one's own notices sent by mail too, or no longer. The address is sealed under the key of the account. */
export function setMailOperation(services: { readonly keyring: Keyring }) {
  return defineOperation({
    name: 'notify.setMail',
    summary: { zh: '设置邮件提醒', en: 'Set notices by mail' },
    input: Type.Object({ address: nullable(Type.String({ maxLength: 254 })) }, strict),
    output: Type.Object({ mail: Type.Boolean() }),
    async run(ctx, { address }) {
      const account = ownAccount(ctx);
      if (address === null) {
        await endMailWish(ctx.tx, ctx.tenant, account);
      } else {
        if (!/^[^\s@<>"(),:;\\[\]]{1,64}@[A-Za-z0-9.-]{1,189}$/.test(address)) {
          throw new HuyingError('notify.mailAddress');
        }
        const sealed = await services.keyring.encryptFor(ctx, account, address);
        await setMailWish(ctx.tx, ctx.tenant, account, sealed, ctx.now);
      }
      const body = { mail: address !== null };
      append(ctx, { subject: account, kind: 'account', what: 'setMail', visibility: 'internal', body });
      return body;
    },
  });
}

/** Notices are read by the person they were sent to and by nobody else. Throws notify.personOnly. */
function ownAccount(ctx: Ctx): string {
  if (ctx.actor.kind !== 'person' || ctx.actor.account === null) throw new HuyingError('notify.personOnly');
  return ctx.actor.account;
}

async function unreadOf(ctx: Ctx, account: string) {
  const count = await countUnread(ctx.tx, ctx.tenant, account, BOUND);
  return { unread: count, capped: count === BOUND };
}

function placeOf(cursor: string): { readonly at: Date; readonly id: string } {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? [];
  const date = new Date(Number(at));
  if (id === undefined || Number.isNaN(date.getTime())) throw new HuyingError('notify.cursor');
  return { at: date, id };
}

function rowOf(one: Notification) {
  return {
    id: one.id,
    case: one.caseId,
    about: one.about,
    number: one.number,
    title: one.title,
    what: one.what,
    does: one.does,
    label: { zh: one.labelZh, en: one.labelEn },
    due: one.due?.toISOString() ?? null,
    at: one.at.toISOString(),
    readAt: one.readAt?.toISOString() ?? null,
  };
}
