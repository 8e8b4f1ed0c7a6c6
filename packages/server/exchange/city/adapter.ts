import type { CaseServices } from '../../case/index.ts';
import { inTenant, type OutboxItem, type Outcome, theSystem } from '../../ledger/index.ts';
import { parametersOf } from '../../parameter/index.ts';
import { signedPost } from '../signature/signed-post.ts';
import { type CityMessage, cityMessage, isCityItem } from './message.ts';
import { partnerSecrets } from './partner-key.ts';
import { cityCase, claimExchange, countAttempt, findExchange, settleExchange } from './store.ts';

/** Sends what the outbox holds for the city; the sender of `notify` calls it after the commit. */
export interface CityAdapter {
  readonly kind: 'city';
  send(tenant: string, item: OutboxItem): Promise<Outcome>;
}

const PATH = '/messages';

/**
 * The adapter for messages to the city's platform: signed JSON under the outbox's key, every attempt kept. A district that
 * has no address of the platform delivers by workbook: its messages are `listed` and leave with `writeReplies`.
 * @param timeout milliseconds to wait for the city's answer
 */
export function cityAdapter(
  services: CaseServices,
  { timeout = 10_000 }: { readonly timeout?: number } = {},
): CityAdapter {
  return { kind: 'city', send };

  async function send(tenant: string, item: OutboxItem): Promise<Outcome> {
    const begun = await begin(tenant, item);
    if (begun === undefined) return { sent: false, error: 'not a message for the city', final: true };
    const { message, url, done } = begun;
    // Accepted by the city before, and killed before the outbox knew.
    if (done) return { sent: true };
    if (url === '') return settle(tenant, item, 'listed', { sent: true }, null);
    const secrets = await partnerSecrets(services, tenant);
    if (secrets.length === 0) {
      return settle(tenant, item, 'failed', { sent: false, error: 'no key was issued to the city' }, null);
    }
    const { outcome, answer } = await signedPost({
      url: `${url.replace(/\/+$/, '')}${PATH}`,
      key: item.key,
      body: message,
      secrets,
      now: services.now(),
      headers: { 'x-huying-district': tenant },
      timeout,
    });
    const status = outcome.sent ? 'accepted' : outcome.final ? 'refused' : 'failed';
    return settle(tenant, item, status, outcome, answer);
  }

  /** Keeps the attempt before it is made: what was sent is known even if we are killed while sending. */
  async function begin(
    tenant: string,
    item: OutboxItem,
  ): Promise<{ message: CityMessage; url: string; done: boolean } | undefined> {
    const { body } = item;
    if (!isCityItem(body)) return undefined;
    return inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
      const known = await cityCase(ctx.tx, tenant, body.cityNumber);
      const type = services.product.definitions.find(({ id }) => id === known?.type)?.type;
      const before = await findExchange(ctx.tx, tenant, 'out', item.key);
      // What was said first is said again: the receiver compares contents under one key.
      const message = before === undefined ? cityMessage(tenant, item.key, body, known, type) : asKept(before.body);
      if (before === undefined) {
        const row = { id: ctx.id(), direction: 'out', kind: body.message, key: item.key, status: 'sending' } as const;
        const about = { cityNumber: body.cityNumber, caseId: body.case, body: { ...message } };
        await claimExchange(ctx.tx, tenant, { ...row, ...about }, ctx.now);
      } else {
        await countAttempt(ctx.tx, tenant, 'out', item.key);
      }
      const url = String((await parametersOf(ctx, services.parameters)).at('exchange.cityUrl', ctx.now));
      return { message, url, done: before?.status === 'accepted' };
    });
  }

  async function settle(
    tenant: string,
    item: OutboxItem,
    status: 'accepted' | 'refused' | 'failed' | 'listed',
    outcome: Outcome,
    answer: unknown,
  ): Promise<Outcome> {
    const error = outcome.sent ? {} : { error: outcome.error };
    await inTenant(services, { tenant, actor: theSystem }, (ctx) =>
      settleExchange(ctx.tx, tenant, 'out', item.key, { status, answer, ...error }, ctx.now),
    );
    services.log.info({ tenant, key: item.key, status, attempt: item.attempts }, 'A message went to the city.');
    return outcome;
  }
}

function asKept(body: Readonly<Record<string, unknown>>): CityMessage {
  return body as unknown as CityMessage;
}
