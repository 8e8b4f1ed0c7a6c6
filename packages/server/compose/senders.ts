import { type CityAdapter, cityAdapter, secretBytes } from '../exchange/index.ts';
import {
  type Adapter,
  httpGateway,
  inAppAdapter,
  inboxGateway,
  mailAdapter,
  type OnNotice,
  type Sender,
  sender,
  smsAdapter,
} from '../notify/index.ts';
import type { ProgramServices } from './program-services.ts';

/** What the deployment says about its ways out; nothing of it is ever logged. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The sender with an adapter for each kind of message: notices always; mail where HUYING_SMTP_URL names a server; texts through
 * HUYING_SMS_URL (signed with HUYING_SMS_SECRET), else into the in-box; the city's platform where a district has its address.
 */
export function programSender(services: ProgramServices, onNotice: OnNotice, env: Environment): Sender {
  const { HUYING_SMTP_URL: smtp, HUYING_MAIL_FROM: from, HUYING_SMS_URL: url, HUYING_SMS_SECRET: secret } = env;
  const gateway =
    url === undefined || url === ''
      ? inboxGateway(services)
      : httpGateway(services, { url, secret: secretBytes(secret ?? '') });
  const adapters: (Adapter | CityAdapter)[] = [
    inAppAdapter(services, onNotice),
    smsAdapter(services, gateway),
    cityAdapter(services),
  ];
  if (smtp !== undefined && smtp !== '') {
    const settings = { url: smtp, from: from ?? '呼应 <huying@localhost>', console: env.HUYING_ADDRESS ?? '' };
    adapters.push(mailAdapter(services, settings));
  }
  return sender(services, adapters);
}
