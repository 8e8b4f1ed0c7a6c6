import type { Registry } from '@huying/kit/registry';
import { importRecords } from './import-records.ts';
import { listRecords } from './list-records.ts';
import { putRecord } from './put-record.ts';
import { readRecord } from './read-record.ts';
import type { RegistryViews } from './registry-views.ts';
import { retireRecord } from './retire-record.ts';

/** The operations on the registries that the apps declare; `views` is told of what they change. */
export function registryOperations(registries: readonly Registry[], views: RegistryViews) {
  const byId = new Map(registries.map((registry) => [registry.id, registry]));
  return {
    putRecord: putRecord(byId, views),
    retireRecord: retireRecord(byId, views),
    importRecords: importRecords(byId, views),
    readRecord: readRecord(byId, views),
    listRecords: listRecords(byId),
  };
}

export type RegistryOperations = ReturnType<typeof registryOperations>;
