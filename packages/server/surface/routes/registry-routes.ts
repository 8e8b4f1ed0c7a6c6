import type { Services } from '../../ledger/index.ts';
import type { RegistryOperations } from '../../registry/index.ts';
import { type OperationDoor, operationRoute } from '../operation-route.ts';
import type { Route } from '../route.ts';

/** The registries that apps declare: areas, matters, filing conditions, the duty list. */
export function registryRoutes(services: Services, operations: RegistryOperations): Route[] {
  const group = 'registry' as const;
  const at = '/api/registries/:registry/records';
  const doors: OperationDoor[] = [
    { method: 'GET', path: at, operation: operations.listRecords, group },
    { method: 'POST', path: at, operation: operations.putRecord, group },
    { method: 'GET', path: `${at}/:code`, operation: operations.readRecord, group },
    { method: 'POST', path: `${at}/:code/retire`, operation: operations.retireRecord, group },
    { method: 'POST', path: '/api/registries/:registry/imports', operation: operations.importRecords, group },
  ];
  return doors.map((door) => operationRoute(services, door));
}
