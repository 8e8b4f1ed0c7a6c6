import { type CaseOperations, requireFound } from '../../case/index.ts';
import type { Services } from '../../ledger/index.ts';
import { type OperationDoor, operationRoute, publicOperationRoute } from '../operation-route.ts';
import type { Route } from '../route.ts';

/** Cases: lists, pages, steps, and the public's way to follow one. */
export function caseRoutes(
  services: Services,
  operations: CaseOperations,
  publicDistrict: (named: string | undefined) => Promise<string>,
): Route[] {
  const group = 'case' as const;
  const doors: OperationDoor[] = [
    { method: 'GET', path: '/api/definitions', operation: operations.definitions, group },
    { method: 'GET', path: '/api/definitions/:hash', operation: operations.definition, group, immutable: true },
    { method: 'GET', path: '/api/worklists', operation: operations.worklists, group },
    { method: 'GET', path: '/api/cases', operation: operations.list, group },
    { method: 'POST', path: '/api/cases', operation: operations.open, group },
    // A telephone number never stands in an address: addresses are logged by every proxy on the way.
    { method: 'POST', path: '/api/cases/same-caller', operation: operations.sameCaller, group },
    { method: 'GET', path: '/api/cases/duplicates', operation: operations.duplicates, group },
    { method: 'GET', path: '/api/cases/:id', operation: operations.read, group },
    { method: 'GET', path: '/api/cases/:id/similar', operation: operations.similar, group },
    { method: 'GET', path: '/api/cases/:id/merged', operation: operations.merged, group },
    {
      method: 'POST',
      path: '/api/cases/:id/actions/:action',
      operation: operations.act,
      group,
      bodyAs: 'asked',
      versionAs: 'version',
    },
    { method: 'POST', path: '/api/cases/:id/unmask', operation: operations.unmask, group },
    { method: 'GET', path: '/api/choices/:source', operation: operations.choices, group },
  ];
  const publicDoors: OperationDoor[] = [
    { method: 'POST', path: '/public/follow/codes', operation: operations.askCode, group: 'public' },
    {
      method: 'POST',
      path: '/public/follow',
      operation: operations.follow,
      group: 'public',
      judge: (answer) => requireFound(answer as { readonly found: boolean }),
    },
  ];
  return [
    ...doors.map((door) => operationRoute(services, door)),
    ...publicDoors.map((door) => publicOperationRoute(services, door, publicDistrict)),
  ];
}
