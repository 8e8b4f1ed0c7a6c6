import type { Keyring } from '../../identity/index.ts';
import type { Services } from '../../ledger/index.ts';
import {
  listDeadLetters,
  listInboxTexts,
  listNotifications,
  readNotifications,
  reviveDeadLetter,
  setMailOperation,
  unreadNotifications,
} from '../../notify/index.ts';
import { type OperationDoor, operationRoute } from '../operation-route.ts';
import type { Route } from '../route.ts';

/** One's own notices, and for the system administrator what could not be sent. */
export function noticeRoutes(services: Services & { readonly keyring: Keyring }): Route[] {
  const group = 'notice' as const;
  const doors: OperationDoor[] = [
    { method: 'GET', path: '/api/notifications', operation: listNotifications, group },
    { method: 'GET', path: '/api/notifications/unread', operation: unreadNotifications, group },
    { method: 'POST', path: '/api/notifications/read', operation: readNotifications, group },
    { method: 'PUT', path: '/api/me/mail', operation: setMailOperation(services), group },
    { method: 'GET', path: '/api/messages/dead', operation: listDeadLetters, group },
    { method: 'POST', path: '/api/messages/dead/:id/revive', operation: reviveDeadLetter, group },
    { method: 'GET', path: '/api/messages/texts', operation: listInboxTexts(services), group },
  ];
  return doors.map((door) => operationRoute(services, door));
}
