import path from 'node:path';
import type { App } from '@huying/kit/app';
import { compile, type Product } from '@huying/kit/compile';
import type { Words } from '@huying/kit/error';
import { caseChanges } from '../case/index.ts';
import { type Db, huyingHome, type Log } from '../db/index.ts';
import { storeDefinition } from '../definition/index.ts';
import { cityParameters, cityParameterWords } from '../exchange/index.ts';
import { defaultFileSettings, openFileFolder } from '../file/index.ts';
import {
  checkMasterKey,
  createKeyring,
  defaultIdentitySettings,
  loadMasterKey,
  type SuiteName,
} from '../identity/index.ts';
import { newId } from '../ledger/index.ts';
import { factSink, storeBook } from '../measure/index.ts';
import { notifyParameters, notifyParameterWords } from '../notify/index.ts';
import { parameterCatalogue } from '../parameter/index.ts';
import { promiseParameters, promiseParameterWords } from '../promise/index.ts';
import { registryViews } from '../registry/index.ts';
import { withoutTenant } from '../tenant/index.ts';
import type { ProgramServices } from './program-services.ts';

/**
 * Compiles the apps, stores their definitions, opens keys and folders over a migrated database.
 * @throws UnsafeDeclaration; identity.masterKeyInvalid, .masterKeyOther; parameter.declaredTwice, .declarationInvalid
 */
export async function programServices(db: Db, apps: readonly App[], log: Log): Promise<ProgramServices> {
  const product = withOwnParameters(compile(apps));
  const home = huyingHome();
  const masterKey = loadMasterKey({ environment: process.env.HUYING_MASTER_KEY, dataFolder: home });
  const base = { db, log, now: () => Date.now(), id: newId };
  const keyring = createKeyring(masterKey, suiteNamed(process.env.HUYING_CIPHER));
  await checkMasterKey(base, keyring);
  const hashes = await withoutTenant(db, async (tx) => {
    const stored: Record<string, string> = {};
    for (const definition of product.definitions) {
      stored[definition.id] = await storeDefinition(tx, base.now(), definition.kind, definition.id, definition);
    }
    await storeBook(tx, base.now(), product);
    return stored;
  });
  return {
    ...base,
    product,
    hashes,
    parameters: parameterCatalogue(product.parameters),
    registries: registryViews(),
    keyring,
    identity: defaultIdentitySettings,
    changes: caseChanges(),
    facts: factSink(product),
    files: openFileFolder(path.join(home, 'files')),
    fileSettings: defaultFileSettings,
  };
}

/** What engines themselves leave to a district stands beside what apps declare. */
function withOwnParameters(product: Product): Product {
  const own = [...cityParameters, ...notifyParameters, ...promiseParameters(product)];
  const english: Readonly<Record<string, string>> = {
    ...cityParameterWords,
    ...notifyParameterWords,
    ...promiseParameterWords(product),
  };
  const words = own.flatMap((parameter) => {
    const options = parameter.kind === 'choice' ? Object.entries(parameter.options) : [];
    const names = parameter.kind === 'json' ? Object.entries(parameter.names ?? {}) : [];
    const labels = [[parameter.name, parameter.label] as const].concat(
      options.map(([code, label]) => [`${parameter.name}/options/${code}`, label] as const),
      names.map(([code, label]) => [`${parameter.name}/names/${code}`, label] as const),
    );
    return labels.map(([name, zh]): [string, Words] => [`parameters/${name}`, { zh, en: english[name] ?? zh }]);
  });
  return {
    ...product,
    parameters: [...product.parameters, ...own],
    words: { ...product.words, ...Object.fromEntries(words) },
  };
}

/** `sm` writes with SM4 and SM3, for deployments whose commercial cryptography is assessed (GB/T 39786); both are read. */
function suiteNamed(name: string | undefined): SuiteName {
  return name === 'sm' ? 'sm4-ctr-hmac-sm3' : 'aes-256-gcm';
}
