import { enqueueOutbox, inTenant, type OutboxItem, type Outcome, type Services, theSystem } from '../ledger/index.ts';
import type { Adapter } from './adapter.ts';
import { aboutOf, noticeIn } from './notice.ts';
import { insertNotifications, wantingMail } from './store.ts';

/** Tells open pages of this process that an account has something new. */
export type OnNotice = (tenant: string, account: string) => void;

/**
 * Turns notices of the engines into one notification for each account, whatever the number of posts it was told for, and puts a
 * mail into the outbox for those who want mail.
 */
export function inAppAdapter(services: Services, onNotice: OnNotice = () => {}): Adapter {
  return { kind: 'notice', send };

  async function send(tenant: string, item: OutboxItem): Promise<Outcome> {
    const notice = noticeIn(item.body);
    if (notice === undefined) return { sent: false, error: 'not a notice', final: true };
    const accounts = [...new Set(notice.recipients.map(({ account }) => account))].sort();
    await inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
      const told = {
        key: item.key,
        caseId: notice.case,
        about: aboutOf(notice),
        number: notice.number,
        title: notice.title,
        what: notice.what,
        does: notice.does,
        labelZh: notice.label.zh,
        labelEn: notice.label.en,
        due: notice.due === undefined ? null : new Date(notice.due),
        at: new Date(ctx.now),
      };
      const to = accounts.map((account) => ({ id: ctx.id(), account }));
      const fresh = await insertNotifications(ctx.tx, tenant, told, to);
      const { recipients: _, ...body } = notice;
      for (const account of await wantingMail(ctx.tx, tenant, fresh)) {
        enqueueOutbox(ctx, { kind: 'mail', to: account, key: `mail:${item.key}:${account}`, body });
      }
      ctx.afterCommit(() => {
        for (const account of fresh) onNotice(tenant, account);
      });
    });
    return { sent: true };
  }
}
