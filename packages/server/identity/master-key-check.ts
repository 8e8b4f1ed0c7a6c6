import { HuyingError } from '@huying/kit/error';
import type { Services } from '../ledger/index.ts';
import { withoutTenant } from '../tenant/index.ts';
import type { Keyring } from './keyring.ts';
import { noteMasterKey } from './store.ts';

/**
 * Run at start: the first key is noted by its fingerprint, any other is refused before it seals a thing.
 * @throws identity.masterKeyOther
 */
export async function checkMasterKey(services: Pick<Services, 'db' | 'now'>, keyring: Keyring): Promise<void> {
  const noted = await withoutTenant(services.db, (tx) => noteMasterKey(tx, keyring.fingerprint, services.now()));
  if (noted !== keyring.fingerprint) throw new HuyingError('identity.masterKeyOther');
}
