import { apps } from '@huying/apps';
import { compile } from '@huying/kit/compile';
import { type CaseServices, caseChanges } from '@huying/server/case';
import { type Db, silentLog } from '@huying/server/db';
import { storeDefinition } from '@huying/server/definition';
import { createKeyring } from '@huying/server/identity';
import { factSink, storeBook } from '@huying/server/measure';
import { parameterCatalogue } from '@huying/server/parameter';
import { promiseParameters } from '@huying/server/promise';
import { registryViews } from '@huying/server/registry';
import { withoutTenant } from '@huying/server/tenant';
import { v7 } from 'uuid';

const product = compile(apps);

/** The product over a migrated database, its definitions stored. */
export async function caseServicesOver(db: Db, now: () => number, masterKey: Buffer): Promise<CaseServices> {
  const hashes: Record<string, string> = {};
  await withoutTenant(db, async (tx) => {
    for (const definition of product.definitions) {
      hashes[definition.id] = await storeDefinition(tx, now(), definition.kind, definition.id, definition);
    }
    await storeBook(tx, now(), product);
  });
  return {
    db,
    now,
    id: () => v7(),
    log: silentLog,
    product,
    hashes,
    parameters: parameterCatalogue([...product.parameters, ...promiseParameters(product)]),
    registries: registryViews(),
    keyring: createKeyring(masterKey),
    changes: caseChanges(),
    facts: factSink(product),
  };
}
