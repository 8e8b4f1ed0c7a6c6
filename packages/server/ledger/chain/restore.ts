import { type BackupSummary, type Db, type OnProgress, restore } from '../../db/index.ts';
import { demandWholeChains } from './verify.ts';

/**
 * Restores a backup into an empty database and verifies every chain of every district in it before the commit.
 * Throws what restore throws, and ledger.broken.
 */
export async function restoreVerified(db: Db, file: string, onProgress?: OnProgress): Promise<BackupSummary> {
  return restore(db, file, {
    ...(onProgress === undefined ? {} : { onProgress }),
    beforeCommit: async (tx, head) => {
      for (const tenant of head.tenants) {
        await demandWholeChains(tx, tenant, (done, total) => onProgress?.(done, total, `ledger ${tenant}`));
      }
    },
  });
}
