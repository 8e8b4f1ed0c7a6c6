import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a message's timestamp may lie from our time, both ways: the window in which a recorded message could be played again. */
export const REPLAY_WINDOW_MS = 300_000;

/** The headers of a signed message, as Standard Webhooks names them. `id` is its idempotency key. */
export interface SignatureHeaders {
  readonly 'webhook-id': string;
  /** Seconds since 1970. */
  readonly 'webhook-timestamp': string;
  /** `v1,` and the digest in base64; several, parted by spaces, while a secret is being changed. */
  readonly 'webhook-signature': string;
}

/**
 * Signs a message as Standard Webhooks 1.0 does: HMAC-SHA256 over `id.timestamp.body`, once with each secret.
 * @param secrets raw bytes, the newest first  @param now epoch milliseconds
 */
export function signMessage(secrets: readonly Buffer[], id: string, now: number, body: string): SignatureHeaders {
  const timestamp = String(Math.floor(now / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets
      .map((secret) => `v1,${digest(secret, id, timestamp, body).toString('base64')}`)
      .join(' '),
  };
}

/** What is wrong with the signature of a message that came in; undefined where nothing is. */
export function signatureFault(
  secrets: readonly Buffer[],
  headers: SignatureHeaders,
  now: number,
  body: Buffer | string,
): 'timestamp' | 'signature' | undefined {
  const timestamp = headers['webhook-timestamp'];
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp) * 1000) > REPLAY_WINDOW_MS) return 'timestamp';
  const expected = secrets.map((secret) => digest(secret, headers['webhook-id'], timestamp, body));
  const given = headers['webhook-signature']
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice(3), 'base64'));
  const fits = given.some((one) => expected.some((two) => one.length === two.length && timingSafeEqual(one, two)));
  return fits ? undefined : 'signature';
}

/** The three headers, where all are there. */
export function signatureHeadersIn(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): SignatureHeaders | undefined {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signature = headers['webhook-signature'];
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signature !== 'string') return undefined;
  // Visible ASCII of a bounded length: it is stored and logged.
  if (!/^[\x21-\x7e]{1,160}$/.test(id) || signature.length > 2_000) return undefined;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
}

function digest(secret: Buffer, id: string, timestamp: string, body: Buffer | string): Buffer {
  return createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest();
}
