import { isMobile, plainPhone } from '@huying/kit/field';
import { type CaseServices, findCase, openCode, openValue } from '../case/index.ts';
import { type Ctx, inTenant, type OutboxItem, type Outcome, theSystem } from '../ledger/index.ts';
import { parametersOf } from '../parameter/index.ts';
import { findTenant } from '../tenant/index.ts';
import type { Adapter } from './adapter.ts';
import { momentText } from './moment-text.ts';
import { smsText } from './sms-text.ts';

/** A text message on its way out: to a number in the clear, which exists nowhere but here. */
export interface TextMessage {
  readonly tenant: string;
  /** Idempotency key. */
  readonly key: string;
  readonly case: string;
  readonly phone: string;
  readonly text: string;
}

/** Whoever carries text messages: a provider's gateway, or the in-box one. */
export interface SmsGateway {
  carry(message: TextMessage): Promise<Outcome>;
}

/** What the case engine puts into the outbox under the kind `sms`. */
interface SmsItem {
  readonly case: string;
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Sends text messages to callers. The number is opened from the case's sealed data at the moment of sending and written nowhere, and so is a
 * one-time code from the message, which the in-box gateway keeps sealed again; erased callers, landlines and unknown templates are not tried
 * again.
 */
export function smsAdapter(services: CaseServices, gateway: SmsGateway): Adapter {
  return { kind: 'sms', send };

  async function send(tenant: string, item: OutboxItem): Promise<Outcome> {
    const sms = item.body as SmsItem;
    const ready = await inTenant(services, { tenant, actor: theSystem }, (ctx) => prepare(ctx, sms));
    if ('failure' in ready) return { sent: false, error: ready.failure, final: true };
    return gateway.carry({ tenant, key: item.key, case: sms.case, ...ready });
  }

  async function prepare(ctx: Ctx, sms: SmsItem): Promise<{ phone: string; text: string } | { failure: string }> {
    const record = await findCase(ctx.tx, ctx.tenant, sms.case);
    const type = services.product.definitions.find(({ id }) => id === record?.type)?.type;
    const field = type?.roles.callerPhone;
    if (record === undefined || field === undefined) return { failure: 'no case with a telephone' };
    const stored = await openValue(ctx, services, sms.case, record.data[field]);
    if (stored === undefined) return { failure: 'the number was erased' };
    const phone = plainPhone(stored);
    if (!isMobile(phone)) return { failure: 'not a mobile' };
    const parameters = await parametersOf(ctx, services.parameters);
    const texts = parameters.at('notify.smsTexts', ctx.now) as Readonly<Record<string, unknown>>;
    const template = Object.hasOwn(texts, sms.template) ? texts[sms.template] : undefined;
    if (typeof template !== 'string') return { failure: `no text named ${sms.template}` };
    const longest = Number(parameters.at('notify.smsLength', ctx.now));
    return { phone, text: smsText(template, await valuesOf(ctx, sms), longest) };
  }

  async function valuesOf(ctx: Ctx, { case: id, params }: SmsItem): Promise<Record<string, string | undefined>> {
    const district = await findTenant(ctx.tx, ctx.tenant);
    const { due } = params;
    const texts = Object.entries(params).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    return {
      ...Object.fromEntries(texts),
      code: openCode(services.keyring, ctx.tenant, id, params.code),
      district: district?.name.zh,
      due: typeof due === 'number' && district !== undefined ? momentText(due, district.zone, 'zh') : undefined,
    };
  }
}
