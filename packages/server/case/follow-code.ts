import type { Keyring } from '../identity/index.ts';
import { isSealed } from './sealing.ts';

/** A one-time code as it waits in the outbox, sealed for one case of one district: whoever reads the row, or a copy of it, cannot follow the case. */
export function sealCode(keyring: Keyring, tenant: string, caseId: string, code: string): { readonly sealed: string } {
  return { sealed: keyring.sealShared(Buffer.from(code), contextOf(tenant, caseId)).toString('base64') };
}

/** The code at the moment it is sent; undefined where the message carries none. Throws identity.sealBroken. */
export function openCode(keyring: Keyring, tenant: string, caseId: string, sealed: unknown): string | undefined {
  if (sealed === undefined || !isSealed(sealed as Parameters<typeof isSealed>[0])) return undefined;
  const { sealed: bytes } = sealed as { readonly sealed: string };
  return keyring.openShared(Buffer.from(bytes, 'base64'), contextOf(tenant, caseId)).toString();
}

function contextOf(tenant: string, caseId: string): string {
  return `${tenant}|follow-code|${caseId}`;
}
