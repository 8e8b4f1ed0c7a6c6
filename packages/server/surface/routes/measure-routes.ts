import type { Services } from '../../ledger/index.ts';
import type { MeasureOperations } from '../../measure/index.ts';
import { type OperationDoor, operationRoute } from '../operation-route.ts';
import type { Route } from '../route.ts';

/** Numbers: how they are defined, what they are, and the cases behind them. */
export function measureRoutes(services: Services, operations: MeasureOperations): Route[] {
  const group = 'measure' as const;
  const doors: OperationDoor[] = [
    { method: 'GET', path: '/api/measures', operation: operations.definitions, group },
    { method: 'GET', path: '/api/measures/values', operation: operations.values, group },
    { method: 'GET', path: '/api/measures/:id/rows', operation: operations.rows, group },
  ];
  return doors.map((door) => operationRoute(services, door));
}
