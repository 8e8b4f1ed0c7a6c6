import { describe, expect, it } from 'vitest';
import { REPLAY_WINDOW_MS, signatureFault, signatureHeadersIn, signMessage } from './signature.ts';

const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const other = Buffer.from('another secret');
const now = 1_614_265_330_000;
const body = '{"test": 2432232314}';

describe('a signed message', () => {
  it('is signed as the published example of Standard Webhooks', () => {
    expect(signMessage([secret], 'msg_p5jXN8AQM9LWM0D4loKWxJek', now, body)['webhook-signature']).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('is accepted under any secret in force', () => {
    const headers = signMessage([secret, other], 'm1', now, body);
    expect(signatureFault([other], headers, now, body)).toBeUndefined();
    expect(signatureFault([secret], headers, now, Buffer.from(body))).toBeUndefined();
  });

  it.each([
    ['another body', { body: `${body} ` }],
    ['another id', { id: 'm2' }],
    ['another secret', { secret: other }],
    ['another timestamp', { timestamp: String(now / 1000 + 1) }],
    ['no known scheme', { signature: 'v1a,AAAA' }],
    ['an empty digest', { signature: 'v1,' }],
  ])(
    'is refused with %s',
    (_, change: { body?: string; id?: string; secret?: Buffer; timestamp?: string; signature?: string }) => {
      const signed = signMessage([secret], 'm1', now, body);
      const headers = {
        'webhook-id': change.id ?? signed['webhook-id'],
        'webhook-timestamp': change.timestamp ?? signed['webhook-timestamp'],
        'webhook-signature': change.signature ?? signed['webhook-signature'],
      };
      expect(signatureFault([change.secret ?? secret], headers, now, change.body ?? body)).toBe('signature');
    },
  );

  it('is refused outside the window, before and after', () => {
    const headers = signMessage([secret], 'm1', now, body);
    for (const away of [REPLAY_WINDOW_MS + 1000, -REPLAY_WINDOW_MS - 1000]) {
      expect(signatureFault([secret], headers, now + away, body)).toBe('timestamp');
    }
    expect(signatureFault([secret], headers, now + REPLAY_WINDOW_MS, body)).toBeUndefined();
    expect(signatureFault([secret], { ...headers, 'webhook-timestamp': '1e9' }, now, body)).toBe('timestamp');
  });

  it('needs all three headers, each once and of a bounded length', () => {
    const headers = { ...signMessage([secret], 'm1', now, body) };
    expect(signatureHeadersIn(headers)).toEqual(headers);
    expect(signatureHeadersIn({ ...headers, 'webhook-id': undefined })).toBeUndefined();
    expect(signatureHeadersIn({ ...headers, 'webhook-id': ['a', 'b'] })).toBeUndefined();
    expect(signatureHeadersIn({ ...headers, 'webhook-id': 'x'.repeat(161) })).toBeUndefined();
    expect(signatureHeadersIn({ ...headers, 'webhook-id': 'a\nb' })).toBeUndefined();
  });
});
