import type { Services } from '../../ledger/index.ts';
import type { PromiseOperations } from '../../promise/index.ts';
import { type OperationDoor, operationRoute, publicOperationRoute } from '../operation-route.ts';
import type { Route } from '../route.ts';

/** Promises: lists, pages, steps, figures, evidence, revisions, and the public's objections. */
export function promiseRoutes(
  services: Services,
  operations: PromiseOperations,
  publicDistrict: (named: string | undefined) => Promise<string>,
): Route[] {
  const group = 'promise' as const;
  const versionAs = 'version';
  const one = '/api/promises/:id';
  const doors: OperationDoor[] = [
    { method: 'GET', path: '/api/promises', operation: operations.list, group },
    { method: 'POST', path: '/api/promises', operation: operations.create, group },
    { method: 'GET', path: '/api/promises/glance', operation: operations.glance, group },
    { method: 'POST', path: '/api/promises/issue', operation: operations.issue, group },
    { method: 'POST', path: '/api/promises/lights', operation: operations.lights, group },
    { method: 'GET', path: one, operation: operations.read, group },
    { method: 'PUT', path: one, operation: operations.change, group, bodyAs: 'patch', versionAs },
    { method: 'GET', path: `${one}/story`, operation: operations.story, group },
    { method: 'POST', path: `${one}/steps/:step`, operation: operations.step, group, bodyAs: 'asked', versionAs },
    { method: 'POST', path: `${one}/duties`, operation: operations.setDuties, group, versionAs },
    { method: 'POST', path: `${one}/observations`, operation: operations.observe, group, versionAs },
    { method: 'POST', path: `${one}/evidence`, operation: operations.addEvidence, group, versionAs },
    { method: 'POST', path: `${one}/verifications`, operation: operations.verify, group, versionAs },
    { method: 'POST', path: `${one}/tasks/:task/report`, operation: operations.reportTask, group, versionAs },
    { method: 'POST', path: `${one}/tasks/:task/split`, operation: operations.splitTask, group, versionAs },
    { method: 'POST', path: `${one}/revisions`, operation: operations.askRevision, group, versionAs },
    {
      method: 'POST',
      path: `${one}/revisions/:revision/decide`,
      operation: operations.decideRevision,
      group,
      versionAs,
    },
    { method: 'POST', path: `${one}/objections`, operation: operations.object, group },
    { method: 'POST', path: `${one}/objections/:objection/answer`, operation: operations.answerObjection, group },
    { method: 'POST', path: `${one}/publish`, operation: operations.publish, group, versionAs },
  ];
  return [
    ...doors.map((door) => operationRoute(services, door)),
    publicOperationRoute(
      services,
      {
        method: 'POST',
        path: '/public/promises/:id/objections',
        operation: operations.objectFromOutside,
        group: 'public',
      },
      publicDistrict,
    ),
  ];
}
