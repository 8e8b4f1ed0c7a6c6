import type { CaseServices } from '../../case/index.ts';
import { cityDoorFaces, listExchangesOperation, registerCityDoors } from '../../exchange/index.ts';
import { operationRoute } from '../operation-route.ts';
import type { Route, RouteFace } from '../route.ts';
import type { PartnerDoor } from '../surface-services.ts';

/** What went to and fro between the district and the city's platform, for its staff. */
export function exchangeRoutes(services: CaseServices): Route[] {
  const operation = listExchangesOperation(services);
  return [operationRoute(services, { method: 'GET', path: '/api/exchanges', operation, group: 'exchange' })];
}

/** The city's platform has doors of its own: it proves itself by key and signature, not by a session. */
export function cityDoor(services: CaseServices): PartnerDoor {
  const faces = cityDoorFaces.map((face): RouteFace => {
    const name = `exchange.${face.path.split('/').at(-1) ?? ''}`;
    return { ...face, name, access: 'open', group: 'exchange' };
  });
  return { faces, register: (app) => registerCityDoors(app, services) };
}
