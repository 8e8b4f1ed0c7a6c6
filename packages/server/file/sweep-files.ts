import { withTenant } from '../tenant/index.ts';
import type { FileServices } from './receive-file.ts';
import { deleteWaiting, knownFiles } from './store.ts';

/**
 * Removes what nobody used for a day: files without an owner, files on disk that are on no record (a crash came between), and uploads cut off.
 * Run daily for each district; running it twice at once does no harm.
 */
export async function sweepFiles(
  services: FileServices,
  tenant: string,
): Promise<{ readonly unused: number; readonly stray: number }> {
  const { db, files, fileSettings } = services;
  const before = services.now() - fileSettings.waitMs;
  let unused = 0;
  for (;;) {
    const ids = await withTenant(db, tenant, (tx) => deleteWaiting(tx, tenant, before));
    for (const id of ids) await files.remove(tenant, id);
    unused += ids.length;
    if (ids.length === 0) break;
  }
  let stray = await files.sweepIncoming(tenant, before);
  for await (const ids of files.idsBefore(tenant, before)) {
    const known = await withTenant(db, tenant, (tx) => knownFiles(tx, tenant, ids));
    for (const id of ids.filter((one) => !known.has(one))) {
      await files.remove(tenant, id);
      stray += 1;
    }
  }
  return { unused, stray };
}
