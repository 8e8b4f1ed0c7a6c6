import { createHash, randomBytes } from 'node:crypto';
import { HuyingError } from '@huying/kit/error';
import type { Db } from '../../db/index.ts';
import type { Keyring } from '../../identity/index.ts';
import { append, type Capacity, inTenant, type Services } from '../../ledger/index.ts';
import { requireRole, systemAdmin } from '../../org/index.ts';
import { checkTenant, withTenant } from '../../tenant/index.ts';
import { REPLAY_WINDOW_MS, signatureFault, signatureHeadersIn } from '../signature/signature.ts';
import { endOlderKeys, insertPartnerKey, partnerKeyByHash, partnerKeys } from './store.ts';

export interface PartnerServices extends Services {
  readonly keyring: Keyring;
}

/** What the platform's people are told, once: the key that names them, and the secret both sides sign with. */
export interface PartnerKey {
  readonly id: string;
  /** `440199.…`: names the district, so that a door serves all. */
  readonly key: string;
  /** `whsec_…` as in Standard Webhooks. */
  readonly secret: string;
}

/**
 * Issues a key for the city's platform; those issued before go on holding until `endOlderPartnerKeys`. Not an operation:
 * its answer must not be kept. Throws org.roleRequired.
 */
export async function issuePartnerKey(services: PartnerServices, capacity: Capacity): Promise<PartnerKey> {
  const key = `${checkTenant(capacity.tenant)}.${randomBytes(32).toString('base64url')}`;
  const secret = randomBytes(32);
  return inTenant(services, capacity, async (ctx) => {
    await requireRole(ctx, systemAdmin);
    const id = ctx.id();
    const sealed = services.keyring.sealShared(secret, contextOf(ctx.tenant));
    await insertPartnerKey(ctx.tx, ctx.tenant, { id, secret: sealed, hash: hashOf(key) }, ctx.now);
    append(ctx, { subject: id, kind: 'partnerKey', what: 'issue', visibility: 'internal', body: {} });
    return { id, key, secret: `whsec_${secret.toString('base64')}` };
  });
}

/** Ends every key of the city's platform but one. Answers how many. Throws org.roleRequired. */
export async function endOlderPartnerKeys(services: Services, capacity: Capacity, keep: string): Promise<number> {
  return inTenant(services, capacity, async (ctx) => {
    await requireRole(ctx, systemAdmin);
    const ended = await endOlderKeys(ctx.tx, ctx.tenant, keep, ctx.now);
    append(ctx, { subject: keep, kind: 'partnerKey', what: 'endOlder', visibility: 'internal', body: { ended } });
    return ended;
  });
}

/** The bytes of a secret as `issuePartnerKey` writes it. */
export function secretBytes(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
}

/** The secrets in force, newest first: what goes out is signed with each. */
export async function partnerSecrets(services: PartnerServices, tenant: string): Promise<readonly Buffer[]> {
  const keys = await withTenant(services.db, tenant, (tx) => partnerKeys(tx, tenant));
  return keys.map(({ secret }) => services.keyring.openShared(secret, contextOf(tenant)));
}

/** A message whose sender has been proven. */
export interface Proven {
  readonly tenant: string;
  /** The message's id: its idempotency key. */
  readonly messageId: string;
}

/** Proves who sent a message. Throws exchange.unsigned, .keyRefused, .timestamp, .signature. */
export async function provePartner(
  services: PartnerServices,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  body: Buffer,
): Promise<Proven> {
  const [, key] = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(String(headers.authorization ?? '')) ?? [];
  const signed = signatureHeadersIn(headers);
  if (key === undefined || signed === undefined) throw new HuyingError('exchange.unsigned');
  const [, tenant] = /^([A-Za-z0-9-]{2,16})\./.exec(key) ?? [];
  if (tenant === undefined) throw new HuyingError('exchange.keyRefused');
  const secret = await secretOf(services, services.db, tenant, key);
  const fault = signatureFault([secret], signed, services.now(), body);
  if (fault === 'timestamp') throw new HuyingError('exchange.timestamp', { minutes: REPLAY_WINDOW_MS / 60_000 });
  if (fault === 'signature') throw new HuyingError('exchange.signature');
  return { tenant, messageId: signed['webhook-id'] };
}

async function secretOf(services: PartnerServices, db: Db, tenant: string, key: string): Promise<Buffer> {
  // A district that does not exist has no keys: it is told apart from a wrong key by nobody.
  const row = await withTenant(db, tenant, (tx) => partnerKeyByHash(tx, tenant, hashOf(key)));
  if (row === undefined) throw new HuyingError('exchange.keyRefused');
  return services.keyring.openShared(row.secret, contextOf(tenant));
}

/** The key is 256 random bits: a plain hash of it tells nothing. */
function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

function contextOf(tenant: string): string {
  return `partner-key|${tenant}`;
}
