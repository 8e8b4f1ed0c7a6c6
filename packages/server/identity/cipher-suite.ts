import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { HuyingError } from '@huying/kit/error';
import { randomPiece } from '../ledger/index.ts';

/**
 * How bytes are sealed. Every sealed text begins with the number of its suite, so that both can be read while either is written:
 * a deployment whose commercial cryptography is assessed (GB/T 39786) writes with SM4 and SM3.
 */
export interface CipherSuite {
  readonly name: SuiteName;
  readonly mark: number;
  seal(key: KeyObject, plain: Buffer, context: string): Buffer;
  /** @throws identity.sealBroken when a byte or the context is not what was sealed */
  open(key: KeyObject, sealed: Buffer, context: string): Buffer;
  /** keyed digest of 32 bytes, for blind indexes */
  digest(key: KeyObject, text: string): Buffer;
  /** derives a key of 32 bytes for one use */
  derive(key: KeyObject, use: string): KeyObject;
}

export type SuiteName = 'aes-256-gcm' | 'sm4-ctr-hmac-sm3';

/** Bytes as a key. OpenSSL takes a key object six times faster than the bytes, which it would check and copy at each use. */
export function keyOf(bytes: ArrayBuffer | Uint8Array): KeyObject {
  return createSecretKey(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes);
}

/** SM4 has keys of 16 bytes. */
const sm4Key = (key: KeyObject): Buffer => key.export().subarray(0, 16);

const aes: CipherSuite = {
  name: 'aes-256-gcm',
  mark: 1,
  seal(key, plain, context) {
    const nonce = randomPiece(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body]);
  },
  open(key, sealed, context) {
    if (sealed.length < 29) throw new HuyingError('identity.sealBroken');
    try {
      const opener = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), { authTagLength: 16 });
      opener.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([opener.update(sealed.subarray(29)), opener.final()]);
    } catch {
      throw new HuyingError('identity.sealBroken');
    }
  },
  digest: (key, text) => createHmac('sha256', key).update(text).digest(),
  derive: (key, use) => keyOf(hkdfSync('sha256', key, '', use, 32)),
};

/** Node's OpenSSL has SM4 without GCM, so the tag is an HMAC-SM3 over context, nonce and body (encrypt, then authenticate). */
const sm: CipherSuite = {
  name: 'sm4-ctr-hmac-sm3',
  mark: 2,
  seal(key, plain, context) {
    const nonce = randomPiece(16);
    const cipher = createCipheriv('sm4-ctr', sm4Key(key), nonce);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(2), nonce, smTag(key, nonce, body, context), body]);
  },
  open(key, sealed, context) {
    if (sealed.length < 49) throw new HuyingError('identity.sealBroken');
    const nonce = sealed.subarray(1, 17);
    const body = sealed.subarray(49);
    if (!timingSafeEqual(sealed.subarray(17, 49), smTag(key, nonce, body, context))) {
      throw new HuyingError('identity.sealBroken');
    }
    const opener = createDecipheriv('sm4-ctr', sm4Key(key), nonce);
    return Buffer.concat([opener.update(body), opener.final()]);
  },
  digest: (key, text) => createHmac('sm3', key).update(text).digest(),
  derive: (key, use) => keyOf(hkdfSync('sm3', key, '', use, 32)),
};

function smTag(key: KeyObject, nonce: Buffer, body: Buffer, context: string): Buffer {
  const aad = Buffer.from(context);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(aad.length);
  return createHmac('sm3', sm.derive(key, 'tag')).update(length).update(aad).update(nonce).update(body).digest();
}

export const cipherSuites: Readonly<Record<SuiteName, CipherSuite>> = { 'aes-256-gcm': aes, 'sm4-ctr-hmac-sm3': sm };

/** The suite that sealed these bytes. @throws identity.sealBroken */
export function suiteOf(sealed: Buffer): CipherSuite {
  if (sealed[0] === aes.mark) return aes;
  if (sealed[0] === sm.mark) return sm;
  throw new HuyingError('identity.sealBroken');
}
