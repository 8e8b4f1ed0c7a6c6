import { signedPost } from '../exchange/index.ts';
import type { Services } from '../ledger/index.ts';
import type { SmsGateway } from './sms.ts';

export interface GatewaySettings {
  /** Where messages are posted; may hold a token, so it is never logged. */
  readonly url: string;
  /** Raw bytes of the secret both sides sign with (Standard Webhooks). */
  readonly secret: Buffer;
  /** Milliseconds; default 10,000. */
  readonly timeout?: number;
}

/** A gateway over HTTP: `{key, to, text}` as signed JSON, the key as webhook-id and Idempotency-Key; any 2xx is accepted. */
export function httpGateway(services: Services, settings: GatewaySettings): SmsGateway {
  return {
    async carry({ key, phone, text }) {
      const { outcome } = await signedPost({
        url: settings.url,
        key,
        body: { key, to: phone, text },
        secrets: [settings.secret],
        now: services.now(),
        timeout: settings.timeout ?? 10_000,
      });
      return outcome;
    },
  };
}
