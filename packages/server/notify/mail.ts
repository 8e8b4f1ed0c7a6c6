import { createHash } from 'node:crypto';
import type { Locale } from '@huying/kit/error';
import { createTransport } from 'nodemailer';
import { accountIn, type Keyring } from '../identity/index.ts';
import { inTenant, type OutboxItem, type Outcome, type Services, theSystem } from '../ledger/index.ts';
import { findTenant, type Tenant } from '../tenant/index.ts';
import type { Adapter } from './adapter.ts';
import { momentText } from './moment-text.ts';
import { type About, aboutOf } from './notice.ts';
import { mailWish } from './store.ts';

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`; never logged. */
  readonly url: string;
  /** `热线 <hotline@example.org>`. */
  readonly from: string;
  /** Base address of the console, for the link in the mail; '' for none. */
  readonly console: string;
  /** Milliseconds for the connection and each answer; default 10,000. */
  readonly timeout?: number;
}

/** A mail as the outbox holds it: a notice without its recipients, to the id of an account. */
interface MailItem {
  readonly case: string;
  readonly number: string;
  readonly title: string;
  readonly type?: string;
  readonly label: Readonly<Record<Locale, string>>;
  readonly due?: number;
}

export interface MailServices extends Services {
  readonly keyring: Keyring;
}

/**
 * Sends mail by SMTP, to the address the account gave, in the account's language. The Message-ID is made from the outbox's key: sent
 * again, it is the same mail. A mailbox that does not exist is not tried again.
 */
export function mailAdapter(services: MailServices, settings: MailSettings): Adapter & { close(): void } {
  const { timeout = 10_000 } = settings;
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { kind: 'mail', send, close: () => transport.close() };

  async function send(tenant: string, item: OutboxItem): Promise<Outcome> {
    const to = await recipientOf(tenant, item.to);
    // Who no longer wants mail, or left the district, gets none; the notice in the program stands.
    if (to === undefined) return { sent: true };
    const { subject, text } = mailText(item.body as MailItem, to, settings.console);
    try {
      await transport.sendMail({
        from: settings.from,
        to: to.address,
        subject,
        text,
        messageId: messageIdOf(tenant, item.key),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { sent: true };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  async function recipientOf(tenant: string, account: string): Promise<Recipient | undefined> {
    return inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
      const sealed = await mailWish(ctx.tx, tenant, account);
      const address = sealed === undefined ? undefined : await services.keyring.decryptFor(ctx, account, sealed);
      if (address === undefined) return undefined;
      const { locale, disabledAt } = await accountIn(ctx.tx, tenant, account);
      const district = await findTenant(ctx.tx, tenant);
      return disabledAt !== null || district === undefined ? undefined : { address, locale, district };
    });
  }
}

interface Recipient {
  readonly address: string;
  readonly locale: Locale;
  readonly district: Tenant;
}

/** What things are called in a mail, and where they open. */
const ABOUT: Readonly<Record<About, { readonly noun: Readonly<Record<Locale, string>>; readonly page: string }>> = {
  case: { noun: { zh: '工单', en: 'Case' }, page: '/cases' },
  promise: { noun: { zh: '目标任务', en: 'Promise' }, page: '/promises' },
  // The number and the title are those of the project that it stands in the way of.
  blocker: { noun: { zh: '重点项目堵点', en: 'Blocker of project' }, page: '/projects/blockers' },
  plan: { noun: { zh: '任务分解方案', en: 'Plan of tasks' }, page: '/plans' },
};

function mailText(item: MailItem, { locale, district }: Recipient, console: string): { subject: string; text: string } {
  const label = item.label[locale];
  const due = item.due === undefined ? undefined : momentText(item.due, district.zone, locale);
  const { noun, page } = ABOUT[aboutOf(item)];
  const link = console === '' ? [] : [`${console.replace(/\/+$/, '')}${page}/${encodeURIComponent(item.case)}`];
  // A plan has no number until it is issued.
  const named = item.number === '' ? item.title : item.number;
  const first = (colon: string) =>
    item.number === '' ? `${noun[locale]}${colon}${item.title}` : `${noun[locale]} ${item.number}${colon}${item.title}`;
  if (locale === 'zh') {
    const lines = [first('：'), label, ...(due === undefined ? [] : [`时限：${due}`]), ...link];
    return { subject: `【${district.name.zh}】${label}：${named}`, text: `${lines.join('\n')}\n` };
  }
  const lines = [first(': '), label, ...(due === undefined ? [] : [`Due: ${due}`]), ...link];
  return { subject: `[${district.name.en}] ${label}: ${named}`, text: `${lines.join('\n')}\n` };
}

function messageIdOf(tenant: string, key: string): string {
  return `<${createHash('sha256').update(`${tenant}|${key}`).digest('hex').slice(0, 40)}@huying>`;
}

/** The server's code, never its sentence: that one repeats the address. */
function outcomeOf(error: unknown): Outcome {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown };
  if (typeof responseCode !== 'number') return { sent: false, error: `no mail server (${String(code ?? 'unknown')})` };
  // 550–553: no such mailbox. Other 5xx may be a setting of ours that somebody will put right.
  return { sent: false, error: `SMTP ${responseCode}`, final: responseCode >= 550 && responseCode <= 553 };
}
