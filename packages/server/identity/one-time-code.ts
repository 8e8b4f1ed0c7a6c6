import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;

/** A new secret of 160 bits (RFC 4226 §4 R6). */
export function newCodeSecret(): Uint8Array {
  return new Secret({ size: 20 }).bytes;
}

/** The `otpauth://` address that an authenticator scans. */
export function codeAddress(secret: Uint8Array, account: string, issuer: string): string {
  return totpOf(secret, account, issuer).toString();
}

/**
 * The 30-second step (since 1970) a code belongs to, if it is right now or one step either side (RFC 6238 §5.2); undefined if it is wrong.
 * The caller accepts a step once only, and none before it.
 */
export function codeStep(secret: Uint8Array, code: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = totpOf(secret, 'x', 'x').validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? undefined : Math.floor(now / 1000 / periodSeconds) + delta;
}

/** The code an authenticator shows at an instant: for tests and the demo's helper page. */
export function codeAt(secret: Uint8Array, now: number): string {
  return totpOf(secret, 'x', 'x').generate({ timestamp: now });
}

function totpOf(secret: Uint8Array, label: string, issuer: string): TOTP {
  // SHA-1 is what every authenticator app understands; HMAC-SHA-1 is not touched by its collisions.
  return new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  });
}
